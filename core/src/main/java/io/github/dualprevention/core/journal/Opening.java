package io.github.dualprevention.core.journal;

import com.google.common.io.BaseEncoding;
import io.github.dualprevention.core.Require;

/**
 * What opens a commitment; kept apart from the journal and erased when the law or the person asks
 * for it.
 *
 * @param salt the random bytes in lower-case hexadecimal digits
 * @param text the sealed text
 */
public record Opening(String salt, String text) {

  /**
   * Normalises the text; throws {@code IllegalArgumentException} if the salt is not hexadecimal.
   */
  public Opening {
    Require.notNull(salt, "salt");
    Require.require(
        BaseEncoding.base16().lowerCase().canDecode(salt),
        "salt",
        "must be lower-case hexadecimal",
        "not shown");
    text = Require.text(text, "text");
  }

  /**
   * Whether this is what was sealed.
   *
   * @param commitment the seal
   * @param algorithm the hash function that it names
   * @return whether salt and text give this very commitment
   */
  public boolean opens(Commitment commitment, HashAlgorithm algorithm) {
    return seal(algorithm).equals(commitment);
  }

  Commitment seal(HashAlgorithm algorithm) {
    return Commitment.of(algorithm, BaseEncoding.base16().lowerCase().decode(salt), text);
  }

  /** Neither salt nor text, so that no log gives them away. */
  @Override
  public String toString() {
    return "Opening[…]";
  }
}
