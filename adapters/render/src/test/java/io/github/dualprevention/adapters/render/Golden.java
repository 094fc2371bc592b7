package io.github.dualprevention.adapters.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The evidence file of release 0.1; all persons in it are samples. Its hazard is a major one with
 * everything that a file can tell, under two editions of the life cycle.
 */
final class Golden {

  private Golden() {}

  static byte[] file() {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/evidence-0.1.html")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static EvidenceVerification.Sound sound() {
    return (EvidenceVerification.Sound) EvidenceFile.published().verify(file());
  }
}
