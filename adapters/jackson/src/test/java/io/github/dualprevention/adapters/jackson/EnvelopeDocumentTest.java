package io.github.dualprevention.adapters.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.testkit.Samples;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeDocumentTest {

  private final ReportEnvelope envelope =
      ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard/H-17", 3, "{\"名称\":\"泄漏\"}\n");
  private final String document = EnvelopeDocument.write(envelope);

  @Test
  void isCanonicalWithTheBodyAsAString() {
    assertThat(document)
        .isEqualTo(
            "{\"body\":\"{\\\"名称\\\":\\\"泄漏\\\"}\\n\",\"digest\":\""
                + envelope.digest()
                + "\",\"envelope\":\"1\",\"id\":\"e001f79d-5b6e-8bb8-945a-49c4fb5a26ea\","
                + "\"reporter\":\"SAMPLE-1\",\"schema\":\"1\",\"sequence\":\"3\",\"subject\":\"hazard/H-17\","
                + "\"type\":\"hazard\"}");
    assertThat(EnvelopeDocument.read(document)).isEqualTo(envelope);
  }

  @Test
  void keepsEveryCharacter() {
    assertThat(EnvelopeDocument.read(EnvelopeDocument.write(Samples.envelope())))
        .isEqualTo(Samples.envelope());
  }

  @Test
  void keepsABodyThatIsLongerThanJacksonTakesForReasonable() {
    ReportEnvelope longOne = Samples.envelope("a", 1, "QUJD".repeat(6_000_000));

    assertThat(EnvelopeDocument.read(EnvelopeDocument.write(longOne)).digest())
        .isEqualTo(longOne.digest());
  }

  @Property
  void readsWhatItHasWritten(
      @ForAll @LongRange(min = 1) long sequence,
      @ForAll @CharRange(from = '\u0001', to = '\ud7ff') String body) {
    ReportEnvelope any = Samples.envelope("a", sequence, "." + body);

    assertThat(EnvelopeDocument.read(EnvelopeDocument.write(any))).isEqualTo(any);
  }

  @ParameterizedTest
  @CsvSource({
    "泄漏, 渗漏, digest must",
    "SHA-256:, SHA-256:0, digest must",
    "e001f79d, e001f79e, id must",
    "H-17, H-18, id must",
    "'\"sequence\":\"3\"', '\"sequence\":\"4\"', id must",
    "'\"sequence\":\"3\"', '\"sequence\":3', sequence must be a string",
    "'\"sequence\":\"3\"', '\"sequence\":\"03\"', sequence must be a number",
    "'\"sequence\":\"3\"', '\"sequence\":\"9999999999999999999\"', sequence must be at most",
    "'\"envelope\":\"1\"', '\"envelope\":\"2\"', envelope must be version 1",
    "'\"schema\":\"1\"', '\"schema\":null', schema must be a string",
    "'\"schema\":\"1\"', '\"scheme\":\"1\"', fields must be",
    "'\"schema\":\"1\",', '', fields must be",
    "'\"type\"', '\"extra\":\"\",\"type\"', fields must be",
    "'\"type\"', '\"type\":\"hazard\",\"type\"', document must be JSON",
    "'\"type\":\"', '\"type\": \"', canonical",
    "泄漏, '\\u6cc4漏', canonical",
    "'{\"body\"', '\"body\"', must be"
  })
  void refusesADocumentThatWasTamperedWith(String part, String other, String reason) {
    assertThat(document).contains(part);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnvelopeDocument.read(document.replace(part, other)))
        .withMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{}", "\"text\"", "<xml/>"})
  void refusesWhatIsNoDocument(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> EnvelopeDocument.read(text));
  }

  @Test
  void refusesAnythingBehindTheDocument() {
    assertThatIllegalArgumentException().isThrownBy(() -> EnvelopeDocument.read(document + "\n"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnvelopeDocument.read(document + document));
  }
}
