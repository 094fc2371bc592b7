package io.github.dualprevention.core.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.dualprevention.core.Require;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A seal over a text such as a person's name: it proves the text to whoever has text and salt, and
 * tells nothing to anybody else.
 *
 * <p>Once the salt is erased the text can be neither read nor guessed. The same text under the same
 * salt gives the same commitment, so that two steps by one person can be told without knowing who
 * it was.
 *
 * @param value algorithm and hash over salt and text, as in {@code SHA-256:9f86…}
 */
public record Commitment(@JsonValue String value) {

  /** The fewest bytes that a salt may have. */
  public static final int SHORTEST_SALT = 16;

  private static final int LONGEST_SALT = 255;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,20}:[0-9a-f]{32,128}");

  /** Throws {@code IllegalArgumentException} if the value is not algorithm and hash. */
  @JsonCreator
  public Commitment {
    Require.notNull(value, "commitment");
    Require.require(
        FORM.matcher(value).matches(), "commitment", "must be algorithm:hexadecimal hash", value);
  }

  /**
   * Seals a text.
   *
   * @param algorithm the hash function
   * @param salt random bytes, 16 to 255 of them, kept apart from the journal
   * @param text the text
   * @return the commitment
   */
  public static Commitment of(HashAlgorithm algorithm, byte[] salt, String text) {
    boolean sized = salt.length >= SHORTEST_SALT && salt.length <= LONGEST_SALT;
    Require.require(sized, "salt", "must have 16 to 255 bytes", salt.length);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.write(salt.length); // so that salt and text cannot flow into each other
    sealed.writeBytes(salt);
    sealed.writeBytes(Require.text(text, "text").getBytes(StandardCharsets.UTF_8));
    return new Commitment(algorithm.id() + ":" + algorithm.hash(sealed.toByteArray()));
  }

  @Override
  public String toString() {
    return value;
  }
}
