package io.github.dualprevention.core.journal;

/**
 * A cryptographic hash function; the seam for algorithms that a jurisdiction prescribes, such as
 * SM3.
 */
public interface HashAlgorithm {

  /**
   * The algorithm's name, as it stands in every entry; it never means anything else.
   *
   * @return letters, digits and hyphens, as in {@code SHA-256}
   */
  String id();

  /**
   * The hash of some bytes.
   *
   * @param content any bytes
   * @return lower-case hexadecimal digits, always as many
   */
  String hash(byte[] content);

  /**
   * SHA-256, the default.
   *
   * @return the algorithm
   */
  static HashAlgorithm sha256() {
    return Sha256.INSTANCE;
  }
}
