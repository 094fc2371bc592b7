package io.github.dualprevention.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.reporting.Receipt;
import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.reporting.ReportTransport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ReportTransport}, together with its receiver, keeps to. */
public abstract class ReportTransportContract {

  /** Each contract is extended where it is tested. */
  protected ReportTransportContract() {}

  /**
   * The transport under test, to a receiver that answers.
   *
   * @return the same one for the whole of a test
   */
  protected abstract ReportTransport transport();

  /**
   * What the receiver holds.
   *
   * @return empty at the beginning of a test; the reports of each subject in the order in which the
   *     receiver takes them to have come
   */
  protected abstract List<ReportEnvelope> received();

  /** What is accepted is there. */
  @Test
  public void handsOverWhatItAccepts() {
    ReportEnvelope envelope = Samples.envelope();

    assertThat(transport().send(envelope)).isInstanceOf(Receipt.Accepted.class);
    assertThat(received()).containsExactly(envelope);
  }

  /** Sending again is how nothing gets lost; it must not double anything. */
  @Test
  public void takesTheSameEnvelopeTwiceWithoutStoringItTwice() {
    ReportEnvelope envelope = Samples.envelope();

    transport().send(envelope);

    assertThat(transport().send(envelope)).isInstanceOf(Receipt.Accepted.class);
    assertThat(received()).containsExactly(envelope);
  }

  /** Both times the receiver means the same thing. */
  @Test
  public void givesTheSameReceiptNumberForTheSameEnvelope() {
    ReportEnvelope envelope = Samples.envelope();

    assertThat(receiptNo(envelope)).isEqualTo(receiptNo(envelope));
    assertThat(receiptNo(Samples.envelope("hazard/样例-1", 2))).isNotEqualTo(receiptNo(envelope));
  }

  /** The digest is over bytes, so that each of them counts. */
  @Test
  public void keepsEveryCharacterOfABody() {
    List<ReportEnvelope> envelopes =
        List.of(
            Samples.envelope("hazard/样例 😀-1", 1, Samples.AWKWARD_TEXT),
            Samples.envelope("a/../b\\c:*?\"<>|", 1, "\uFEFF {\"a\": 1}\r\n\r\n"),
            Samples.envelope("b", 1, "e\u0301 \u00e9 \u2028\u2029\u0085\u007f\u0001"),
            Samples.envelope("c", 1, "{\"photo\":\"" + "QUJD".repeat(100_000) + "\"}"));

    envelopes.forEach(transport()::send);

    assertThat(received()).containsExactlyInAnyOrderElementsOf(envelopes);
  }

  /** Reports of one subject do not overtake each other. */
  @Test
  public void keepsTheOrderOfEachSubject() {
    for (long sequence = 1; sequence <= 11; sequence++) {
      transport().send(Samples.envelope("a", sequence));
      transport().send(Samples.envelope("b", sequence));
    }
    transport().send(Samples.envelope("a", 3));

    for (String subject : List.of("a", "b")) {
      assertThat(received().stream().filter(each -> each.subject().equals(subject)))
          .extracting(ReportEnvelope::sequence)
          .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    }
  }

  /** What was reported first stands. */
  @Test
  public void rejectsASecondDocumentUnderTheSameIdAndKeepsTheFirst() {
    ReportEnvelope first = Samples.envelope("a", 1, "first");
    ReportEnvelope second = Samples.envelope("a", 1, "second");
    assertThat(second.id()).isEqualTo(first.id());
    transport().send(first);

    assertThat(transport().send(second)).isInstanceOf(Receipt.Rejected.class);
    assertThat(received()).containsExactly(first);
    assertThat(transport().send(first)).isInstanceOf(Receipt.Accepted.class);
  }

  /** The same body under another version of its schema is another document. */
  @Test
  public void rejectsTheSameBodyUnderAnotherSchema() {
    ReportEnvelope first = ReportEnvelope.of("SAMPLE-1", "sample", "1", "a", 1, "body");
    transport().send(first);

    assertThat(transport().send(ReportEnvelope.of("SAMPLE-1", "sample", "2", "a", 1, "body")))
        .isInstanceOf(Receipt.Rejected.class);
    assertThat(received()).containsExactly(first);
  }

  /** Equal bodies about different subjects are different reports. */
  @Test
  public void keepsEqualBodiesOfDifferentSubjects() {
    ReportEnvelope one = Samples.envelope("a", 1, "same");
    ReportEnvelope other = Samples.envelope("b", 1, "same");

    transport().send(one);
    transport().send(other);

    assertThat(received()).containsExactlyInAnyOrder(one, other);
  }

  private String receiptNo(ReportEnvelope envelope) {
    Receipt receipt = transport().send(envelope);
    assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
    return ((Receipt.Accepted) receipt).receiptNo();
  }
}
