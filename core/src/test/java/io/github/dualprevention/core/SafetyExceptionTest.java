package io.github.dualprevention.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.store.StaleRecordException;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exceptions travel between processes with everything that they know; reasons speak lazily. */
class SafetyExceptionTest {

  private static final Rule RULE =
      Rule.of("sample.rule", "“{what}”的{word}不对", "{what} has a wrong {word}")
          .citing(new SourceClause("示例标准", "clause 1", Evidence.ENTERPRISE));
  private static final Term WORD = new Term("WORD", new Wording("词", "word"));
  private static final List<Reason> REASONS =
      List.of(
          RULE.broken("what", 7, "word", WORD, "more", List.of(1, 2)),
          RULE.brokenUnder(
              new SourceClause("示例标准", "clause 2", Evidence.PUBLISHED),
              "what",
              "😀",
              "word",
              Term.list(List.of(WORD, WORD))));

  @Test
  void aRefusalKeepsItsReasonsWhenSerialised() throws Exception {
    RefusedException sent = new RefusedException(REASONS);

    RefusedException received = sent(sent);

    assertSame(received, sent);
    assertThat(received.reasons().get(0).message())
        .isEqualTo(new Wording("“7”的词不对", "7 has a wrong word"));
    assertThat(received.reasons().get(1).message().zh()).isEqualTo("“😀”的词、词不对");
    assertThat(received.reasons().get(1).source().orElseThrow().clause()).isEqualTo("clause 2");
  }

  @Test
  void aStaleRecordKeepsItsReasonsWhenSerialised() throws Exception {
    StaleRecordException sent = StaleRecordException.of("H-1", 3, 4);

    StaleRecordException received = sent(sent);

    assertSame(received, sent);
    assertThat(received.reasons().get(0).values())
        .containsEntry("expected", "3")
        .containsEntry("actual", "4");
  }

  @Test
  void anInvalidTableKeepsItsFaultsWhenSerialised() throws Exception {
    InvalidTableException sent =
        new InvalidTableException(
            List.of(
                new Fault("a.csv", 2, "level", "低", REASONS.get(0)),
                new Fault("b.csv", 1, "", "", REASONS.get(1))));

    InvalidTableException received = sent(sent);

    assertSame(received, sent);
    assertThat(received.faults()).isEqualTo(sent.faults());
  }

  @Test
  void aReasonIsSettledWhenItIsMadeAlthoughItSpeaksLater() {
    List<String> mutable = new ArrayList<>(List.of("before"));
    StringBuilder text = new StringBuilder("before");
    Object[] values = {"what", text, "word", mutable};
    Reason reason = RULE.broken(values);

    mutable.add("after");
    text.append("after");
    values[1] = "after";

    assertThat(reason.message().en()).isEqualTo("before has a wrong [before]");
  }

  @Test
  void aTermIsACodeForProgramsAndAWordForPeople() {
    Reason reason = REASONS.get(0);

    assertThat(reason.value("word")).isEqualTo("WORD");
    assertThat(reason.message().zh()).contains("词").doesNotContain("WORD");
    assertThat(reason.message().en()).contains("word").doesNotContain("WORD");
    assertThat(reason.values()).containsKeys("what", "word", "more");
  }

  @Test
  void reasonsAreEqualByRuleClauseAndValues() {
    Reason reason = RULE.broken("what", 7, "word", WORD);

    assertThat(reason)
        .isEqualTo(RULE.broken("what", "7", "word", WORD))
        .hasSameHashCodeAs(RULE.broken("what", "7", "word", WORD))
        .isNotEqualTo(RULE.broken("what", 8, "word", WORD))
        .isNotEqualTo(REASONS.get(1));
  }

  private static void assertSame(SafetyException received, SafetyException sent) {
    assertThat(received.reasons()).isEqualTo(sent.reasons());
    assertThat(received.code()).isEqualTo(sent.code());
    assertThat(received).hasMessage(sent.getMessage());
    assertThat(received.reasons())
        .extracting(Reason::message)
        .isEqualTo(sent.reasons().stream().map(Reason::message).toList());
  }

  /** Our own bytes, written a moment ago. */
  @SuppressWarnings("BanSerializableRead")
  private static <T extends SafetyException> T sent(T exception)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(exception);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      @SuppressWarnings("unchecked")
      T read = (T) in.readObject();
      return read;
    }
  }
}
