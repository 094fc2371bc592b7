package io.github.dualprevention.core.journal;

import com.google.common.io.BaseEncoding;
import io.github.dualprevention.core.Require;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns names into commitments and back, as long as they have not been erased. */
public final class PersonalData {

  private final PersonalDataStore store;
  private final HashAlgorithm algorithm;
  private final Supplier<byte[]> salts;

  /**
   * Takes what it needs from the host.
   *
   * @param store keeps what opens the commitments
   * @param algorithm the hash function
   * @param salts gives fresh random bytes each time, at least 16; from {@code SecureRandom}
   */
  public PersonalData(PersonalDataStore store, HashAlgorithm algorithm, Supplier<byte[]> salts) {
    this.store = Require.notNull(store, "store");
    this.algorithm = Require.notNull(algorithm, "algorithm");
    this.salts = Require.notNull(salts, "salts");
  }

  /**
   * The commitment that stands for a text: the one that is kept, or a new one under a fresh salt.
   *
   * @param text what tells the person from all others, such as a personnel number with the name;
   *     two persons of one name would count as one
   * @return the same commitment for the same text until it is erased
   */
  public Commitment commit(String text) {
    String normalised = Require.text(text, "text");
    return store.commitmentFor(normalised).orElseGet(() -> seal(normalised));
  }

  /**
   * The text behind a commitment.
   *
   * @param commitment the seal
   * @return the text; empty if it was erased or never kept
   */
  public Optional<String> reveal(Commitment commitment) {
    return opening(commitment).map(Opening::text);
  }

  /**
   * What proves the text behind a commitment to others, as in a document that names the person.
   *
   * @param commitment the seal
   * @return salt and text; empty if they were erased or never kept
   */
  public Optional<Opening> opening(Commitment commitment) {
    boolean checkable = commitment.value().startsWith(algorithm.id() + ":");
    return store
        .find(commitment)
        .filter(opening -> !checkable || opening.opens(commitment, algorithm));
  }

  /**
   * Erases the text behind a commitment; entries that hold the commitment stay as they are and
   * still verify. The same text gets another commitment afterwards and counts as somebody else, so
   * a host must not erase a person who has taken steps about a hazard that is still open.
   *
   * @param commitment the seal
   */
  public void erase(Commitment commitment) {
    store.erase(commitment);
  }

  private Commitment seal(String text) {
    String salt = BaseEncoding.base16().lowerCase().encode(salts.get());
    Opening opening = new Opening(salt, text);
    Commitment commitment = opening.seal(algorithm);
    return store.put(commitment, opening);
  }
}
