package io.github.dualprevention.core.journal;

import java.util.Optional;

/** Keeps what opens commitments, apart from the journal, until it is erased. */
public interface PersonalDataStore {

  /**
   * Keeps an opening, unless one for the same text is kept already; that one stays as it is.
   *
   * @param commitment the seal
   * @param opening what opens it
   * @return the commitment that stands for the text from now on: this one, or the one that was kept
   *     before, also by somebody else at the same moment
   */
  Commitment put(Commitment commitment, Opening opening);

  /**
   * Finds what opens a commitment.
   *
   * @param commitment the seal
   * @return the opening; empty if it was erased or never kept
   */
  Optional<Opening> find(Commitment commitment);

  /**
   * Finds the commitment that stands for a text.
   *
   * @param text the text, normalised as an {@link Opening} holds it
   * @return the seal; empty if none is kept
   */
  Optional<Commitment> commitmentFor(String text);

  /**
   * Erases what opens a commitment, for good.
   *
   * @param commitment the seal; nothing happens if its opening is not kept
   */
  void erase(Commitment commitment);
}
