package io.github.dualprevention.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.core.store.InMemoryUnitOfWork;
import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  private static final HashAlgorithm SHA_256 = HashAlgorithm.sha256();
  private static final String SAMPLE = "示例人员甲";
  private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final InMemoryPersonalDataStore store = new InMemoryPersonalDataStore(unit);
  private final SplittableRandom random = new SplittableRandom(7);
  private final PersonalData data = new PersonalData(store, SHA_256, this::salt);

  private byte[] salt() {
    byte[] salt = new byte[16];
    for (int i = 0; i < salt.length; i++) {
      salt[i] = (byte) random.nextInt();
    }
    return salt;
  }

  @Test
  void theSameTextHasOneCommitmentUntilItIsErased() {
    Commitment first = data.commit(SAMPLE);

    assertThat(data.commit("  " + SAMPLE)).isEqualTo(first);
    assertThat(data.commit("示例人员乙")).isNotEqualTo(first);
    assertThat(data.reveal(first)).contains(SAMPLE);
    data.erase(first);
    Commitment second = data.commit(SAMPLE);
    assertThat(second).isNotEqualTo(first);
    assertThat(data.reveal(first)).isEmpty();
    assertThat(data.reveal(second)).contains(SAMPLE);
  }

  @Test
  void textsThatLookAlikeAreOneText() {
    assertThat(data.commit("cafe\u0301")).isEqualTo(data.commit("caf\u00e9"));
  }

  @Test
  void entriesStillVerifyAfterTheErasure() {
    InMemoryJournalStore entries = new InMemoryJournalStore(unit);
    Commitment person = data.commit(SAMPLE);
    Fact fact =
        Fact.about("hazard/H-1", "hazard.register", NOW)
            .post("岗位-1")
            .person(person)
            .table(new TableVersion("HAZARD:CN", "1"))
            .personal("finder", person)
            .build();
    entries.append(JournalEntry.after(Optional.empty(), fact, NOW, SHA_256));
    byte[] before = file(entries);

    data.erase(person);

    assertThat(file(entries)).isEqualTo(before);
    assertThat(new JournalFile(SHA_256).verify(new ByteArrayInputStream(before)).isSound())
        .isTrue();
    assertThat(entries.chain("hazard/H-1").get(0).fact().person().flatMap(data::reveal)).isEmpty();
    assertThat(new String(before, StandardCharsets.UTF_8)).doesNotContain("示例人员");
  }

  private static byte[] file(JournalStore journal) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JournalFile(SHA_256).write(journal, out);
    return out.toByteArray();
  }

  @Test
  void anErasureThatFailsIsTakenBack() {
    Commitment person = data.commit(SAMPLE);
    try {
      unit.run(
          () -> {
            data.erase(person);
            throw new IllegalStateException("no power");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("no power");
    }

    assertThat(data.reveal(person)).contains(SAMPLE);
  }

  @Test
  void erasingTwiceOrTheUnknownDoesNothing() {
    Commitment person = data.commit(SAMPLE);
    Commitment unknown = Commitment.of(SHA_256, new byte[16], SAMPLE);

    data.erase(unknown);
    assertThat(data.reveal(person)).contains(SAMPLE);
    data.erase(person);
    data.erase(person);
    assertThat(data.reveal(person)).isEmpty();
  }

  @Test
  void keepsWhatIsKeptAlready() {
    Commitment person = data.commit(SAMPLE);
    store.put(person, new Opening("00112233445566778899aabbccddeeff", "示例人员乙"));

    assertThat(data.reveal(person)).contains(SAMPLE);
  }

  @Test
  void revealsNothingThatDoesNotOpenTheCommitment() {
    Commitment sealed = Commitment.of(SHA_256, new byte[16], SAMPLE);
    store.put(sealed, new Opening("00112233445566778899aabbccddeeff", SAMPLE));

    assertThat(data.reveal(sealed)).isEmpty();
  }

  @Test
  void aSaltThatIsRefusedIsNotToldAround() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Opening("00112233445566778899AABBCCDDEEFF", SAMPLE))
        .withMessageContaining("lower-case hexadecimal")
        .withMessageNotContainingAny("0011", "aabb", SAMPLE);
  }

  @Property
  void saltAndTextNeverFlowIntoEachOther(@ForAll @IntRange(min = 17, max = 255) int length) {
    byte[] salt = new byte[length];
    Arrays.fill(salt, (byte) 'a');
    byte[] shorter = Arrays.copyOf(salt, length - 1);

    assertThat(Commitment.of(SHA_256, salt, "bc"))
        .isNotEqualTo(Commitment.of(SHA_256, shorter, "abc"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 256})
  void refusesASaltThatIsTooShortOrTooLong(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Commitment.of(SHA_256, new byte[length], SAMPLE))
        .withMessageContaining("salt")
        .withMessageNotContaining(SAMPLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SHA-256",
        "SHA-256:",
        "SHA-256:zz",
        "SHA-256:ABCDEF0123456789ABCDEF0123456789",
        ":00112233445566778899aabbccddeeff",
        "SHA-256:00112233445566778899aabbccddeeff "
      })
  void refusesWhatIsNoCommitment(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Commitment(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AA", "0", "xy", " 00"})
  void refusesASaltThatIsNotHexadecimal(String salt) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Opening(salt, SAMPLE));
  }

  @Test
  void anOpeningIsNeverPrinted() {
    assertThat(new Opening("00112233445566778899aabbccddeeff", SAMPLE).toString())
        .doesNotContain(SAMPLE, "0011");
  }
}
