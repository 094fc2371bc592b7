package io.github.dualprevention.grading.code;

import io.github.dualprevention.core.Require;

/**
 * The code by which another system names a level. It has no order, for codes run in opposite
 * directions; decode it and compare the levels.
 *
 * @param codec the codec that the code belongs to, as in {@code PARK}
 * @param code as the other system writes it, as in {@code 1}
 */
public record ForeignCode(String codec, String code) {

  /** Throws {@code IllegalArgumentException} if a part is blank or longer than 100 characters. */
  public ForeignCode {
    codec = Require.id(codec, "codec");
    code = Require.id(code, "code");
  }

  /** Codec and code, as in {@code PARK:1}. */
  @Override
  public String toString() {
    return codec + ":" + code;
  }
}
