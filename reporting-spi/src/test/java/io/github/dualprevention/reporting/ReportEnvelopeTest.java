package io.github.dualprevention.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportEnvelopeTest {

  private static final String BODY = "{\"名称\":\"反应釜\\n泄漏\"}\r\n";
  private static final ReportEnvelope ENVELOPE =
      ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard/H-17", 3, BODY);

  @Test
  void keepsTheBodyAndGivesItsDigest() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(StandardCharsets.UTF_8));

    assertThat(ENVELOPE.body()).isEqualTo(BODY);
    assertThat(ENVELOPE.digest()).isEqualTo("SHA-256:" + HexFormat.of().formatHex(hash));
  }

  @Test
  void hasAnIdThatNeverChangesFromReleaseToRelease() {
    assertThat(ENVELOPE.id()).isEqualTo("e001f79d-5b6e-8bb8-945a-49c4fb5a26ea");
    UUID id = UUID.fromString(ENVELOPE.id());
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void anIdIsTheHashOfItsPlaceButForVersionAndVariant() throws Exception {
    byte[] place = "SAMPLE-1\nhazard\nhazard/H-17\n3".getBytes(StandardCharsets.UTF_8);
    String hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(place), 0, 16);

    String id = ENVELOPE.id().replace("-", "");

    assertThat(id).hasSize(32);
    assertThat(id.substring(0, 12)).isEqualTo(hash.substring(0, 12));
    assertThat(id.substring(13, 16)).isEqualTo(hash.substring(13, 16));
    assertThat(id.substring(17)).isEqualTo(hash.substring(17));
  }

  @Property
  void anIdDependsOnThePlaceAloneAndTheDigestOnTheBodyAlone(
      @ForAll @LongRange(min = 1) long sequence,
      @ForAll @LongRange(min = 1) long otherSequence,
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String subject,
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String otherSubject) {
    Assume.that(sequence != otherSequence && !subject.equals(otherSubject));
    ReportEnvelope here = ReportEnvelope.of("SAMPLE-1", "a", "1", subject, sequence, "one");

    assertThat(ReportEnvelope.of("SAMPLE-1", "a", "2", subject, sequence, "two").id())
        .isEqualTo(here.id());
    assertThat(UUID.fromString(here.id())).hasToString(here.id());
    assertThat(UUID.fromString(here.id()).version()).isEqualTo(8);
    assertThat(UUID.fromString(here.id()).variant()).isEqualTo(2);
    for (ReportEnvelope elsewhere :
        new ReportEnvelope[] {
          ReportEnvelope.of("SAMPLE-2", "a", "1", subject, sequence, "one"),
          ReportEnvelope.of("SAMPLE-1", "b", "1", subject, sequence, "one"),
          ReportEnvelope.of("SAMPLE-1", "a", "1", otherSubject, sequence, "one"),
          ReportEnvelope.of("SAMPLE-1", "a", "1", subject, otherSequence, "one")
        }) {
      assertThat(elsewhere.id()).isNotEqualTo(here.id());
      assertThat(elsewhere.digest()).isEqualTo(here.digest());
    }
  }

  @Test
  void readsBackWhatItWas() {
    assertThat(
            ReportEnvelope.read(
                ENVELOPE.id(),
                "SAMPLE-1",
                "hazard",
                "1",
                "hazard/H-17",
                3,
                BODY,
                ENVELOPE.digest()))
        .isEqualTo(ENVELOPE)
        .hasSameHashCodeAs(ENVELOPE);
  }

  @Test
  void isAnotherOneIfAnyPartIsAnother() {
    assertThat(
            List.of(
                ReportEnvelope.of("SAMPLE-2", "hazard", "1", "hazard/H-17", 3, BODY),
                ReportEnvelope.of("SAMPLE-1", "risk", "1", "hazard/H-17", 3, BODY),
                ReportEnvelope.of("SAMPLE-1", "hazard", "2", "hazard/H-17", 3, BODY),
                ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard/H-18", 3, BODY),
                ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard/H-17", 4, BODY),
                ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard/H-17", 3, BODY + " ")))
        .doesNotContain(ENVELOPE);
  }

  @Test
  void refusesAnIdThatDoesNotFollowFromItsPlace() {
    String other = ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard/H-17", 4, BODY).id();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ReportEnvelope.read(
                    other, "SAMPLE-1", "hazard", "1", "hazard/H-17", 3, BODY, digest(BODY)))
        .withMessageContaining("id must follow")
        .withMessageContaining(other);
  }

  @Test
  void refusesABodyThatWasTamperedWith() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ReportEnvelope.read(
                    ENVELOPE.id(),
                    "SAMPLE-1",
                    "hazard",
                    "1",
                    "hazard/H-17",
                    3,
                    BODY + " ",
                    digest(BODY)))
        .withMessageContaining("digest must be that of the body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "half a pair \uD83D", "\uDE00", "nothing\0ness"})
  void refusesABodyThatCouldNotBeFrozen(String body) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard/H-17", 1, body))
        .withMessageContaining("body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Hazard", "hazard.", "隐患", "hazard\nhazard", "a..b"})
  void refusesATypeThatIsNotDottedLowerCase(String type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportEnvelope.of("SAMPLE-1", type, "1", "hazard/H-17", 1, BODY))
        .withMessageContaining("type must be dotted lower case");
  }

  @Test
  void refusesASequenceBelowOneAndASubjectOfTwoLines() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard/H-17", 0, BODY))
        .withMessageContaining("sequence must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReportEnvelope.of("SAMPLE-1", "hazard", "1", "hazard\nH-17", 1, BODY))
        .withMessageContaining("subject must be one line");
  }

  @Test
  void doesNotShowItsBodyInALog() {
    assertThat(ENVELOPE.toString()).contains(ENVELOPE.id()).doesNotContain("反应釜");
  }

  private static String digest(String body) {
    return ReportEnvelope.of("SAMPLE-1", "a", "1", "a", 1, body).digest();
  }
}
