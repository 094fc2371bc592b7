package io.github.dualprevention.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Strings;
import com.google.common.hash.Hashing;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.TableVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalEntryTest {

  private static final HashAlgorithm SHA_256 = HashAlgorithm.sha256();
  private static final Instant OCCURRED = Instant.parse("2026-07-01T00:30:00Z");
  private static final Instant RECORDED = Instant.parse("2026-07-01T00:31:07.5Z");
  private static final Commitment PERSON = Commitment.of(SHA_256, new byte[16], "示例人员甲");
  private static final TableVersion TABLE = new TableVersion("HAZARD:CN", "1");
  private static final JournalEntry FIRST =
      JournalEntry.after(Optional.empty(), fact(Map.of("a", "1", "b", "2")), RECORDED, SHA_256);
  private static final JournalEntry SECOND =
      JournalEntry.after(Optional.of(FIRST), fact(Map.of("a", "x\\y\tz")), RECORDED, SHA_256);

  @Property
  @Label("an entry read back from its line is the entry that was written")
  void isReadBackAsItWasWritten(@ForAll("facts") Fact fact, @ForAll("instants") Instant recorded) {
    Instant later =
        (recorded.isBefore(fact.occurred()) ? fact.occurred() : recorded)
            .truncatedTo(ChronoUnit.MILLIS);
    JournalEntry first = JournalEntry.after(Optional.empty(), fact, later, SHA_256);
    JournalEntry second = JournalEntry.after(Optional.of(first), fact, later, SHA_256);
    for (JournalEntry entry : new JournalEntry[] {first, second}) {
      JournalEntry read = JournalEntry.of(entry.line(), entry.hash());

      assertThat(read).isEqualTo(entry);
      assertThat(read.fact()).isEqualTo(fact);
      assertThat(read.number()).isEqualTo(entry.number());
      assertThat(read.previous()).isEqualTo(entry.previous());
      assertThat(read.recorded()).isEqualTo(later);
      assertThat(read.algorithm()).isEqualTo("SHA-256");
      assertThat(entry.line()).doesNotContain("\n", "\r");
      assertThat(entry.hash())
          .isEqualTo(Hashing.sha256().hashString(entry.line(), StandardCharsets.UTF_8).toString());
    }
    assertThat(second.previous()).contains(first.hash());
  }

  @Test
  void writesTheFormThatIsDocumented() {
    assertThat(SECOND.line())
        .isEqualTo(
            "v:1\talg:SHA-256\tsubject:hazard/H-17\tnumber:2\tprevious:"
                + FIRST.hash()
                + "\tkind:hazard.assess\toccurred:2026-07-01T00:30:00Z"
                + "\trecorded:2026-07-01T00:31:07.500Z\tpost:岗位-1\tperson:"
                + PERSON
                + "\ttable:HAZARD:CN@1\tvalue.a:x\\\\y\\tz\tpersonal.finder:"
                + PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "v:1, v:2",
    "v:1, v:01",
    "alg:SHA-256, alg:SHA 256",
    "number:1, number:01",
    "number:1, number:0",
    "number:1, number:2",
    "number:1, number:9999999999999999999",
    "previous:-, previous:",
    "kind:hazard.assess, kind:Hazard",
    "T00:30:00Z, T00:30Z",
    "T00:30:00Z, T00:30:00.000Z",
    "T00:30:00Z, T08:30:00+08:00",
    "T00:30:00Z, T24:30:00Z",
    "occurred:2026, occurred:2027",
    "recorded:2026, recorded:2025",
    "person:SHA-256, person:SHA_256",
    "table:HAZARD:CN@1, table:HAZARD:CN",
    "value.a:1, value.a:",
    "value.a:1, value.A:1",
    "value.a:1, value.a:\\x",
    "value.a:1, value.a:1\\",
    "value.a:1, value.c:1",
    "value.a, values.a",
    "value.b, value.a",
    "personal.finder, personal.",
    "subject:hazard, Subject:hazard",
  })
  void refusesALineThatIsNotCanonical(String part, String instead) {
    assertThat(FIRST.line()).contains(part);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalEntry.of(FIRST.line().replace(part, instead), FIRST.hash()));
  }

  @Test
  void refusesALineWithAnythingMoreOrLess() {
    String line = FIRST.line();
    for (String wrong :
        new String[] {
          "",
          " ",
          line + "\t",
          "\t" + line,
          line + "\tvalue.z:1",
          line + "\n",
          line.substring(0, line.indexOf("\tvalue.a")) + "\t",
          line.replace("\tpost:岗位-1", ""),
        }) {
      assertThatIllegalArgumentException().isThrownBy(() -> JournalEntry.of(wrong, FIRST.hash()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "ABCDEF", " ", "0x1", "\t"})
  void refusesAHashThatIsNone(String extra) {
    assertThatIllegalArgumentException().isThrownBy(() -> JournalEntry.of(FIRST.line(), extra));
    if (!extra.isEmpty()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> JournalEntry.of(FIRST.line(), FIRST.hash() + extra));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> JournalEntry.of(FIRST.line(), extra + FIRST.hash()));
    }
  }

  @Test
  void refusesAFactOfItsOwnFuture() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                JournalEntry.after(
                    Optional.empty(), fact(Map.of()), OCCURRED.minusNanos(1), SHA_256))
        .withMessageContaining("occurred");
  }

  @Test
  void refusesToFollowAnEntryOfAnotherSubject() {
    Fact other =
        Fact.about("hazard/H-18", "a", OCCURRED).post("P").person(PERSON).table(TABLE).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalEntry.after(Optional.of(FIRST), other, RECORDED, SHA_256))
        .withMessageContaining("hazard/H-17");
  }

  @Test
  void namesOfValuesAreDottedLowerCaseAndTextsAreNeverBlank() {
    for (String name : new String[] {"", "A", "a.", ".a", "a b", "a:b", "1", "值"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> fact(Map.of(name, "x")));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> fact(Map.of("a", " \t\n")));
    assertThatIllegalArgumentException().isThrownBy(() -> fact(Map.of("a", "\u0000x")));
    assertThatIllegalArgumentException().isThrownBy(() -> fact(Map.of("a", "\ud83d")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fact(Map.of(Strings.repeat("a", 101), "x")));
  }

  @Test
  void whereNobodyActedAndNoTableAllowedItTheFieldsSayNothing() {
    Fact order =
        Fact.about("hazard/H-17", "order.received", OCCURRED).value("number", "示例〔2026〕1号").build();
    JournalEntry entry = JournalEntry.after(Optional.empty(), order, RECORDED, SHA_256);

    assertThat(entry.line()).contains("\tpost:-\tperson:-\ttable:-\t");
    assertThat(JournalEntry.of(entry.line(), entry.hash()).fact()).isEqualTo(order);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fact.about("hazard/H-17", "a", OCCURRED).post("-"))
        .withMessageContaining("post must not be -");
  }

  /** A later edition of Unicode may order the marks of a letter anew; what was written stands. */
  @Test
  void readsTextThatAnotherEditionOfUnicodeWouldWriteOtherwise() {
    String line = FIRST.line().replace("value.a:1", "value.a:a\u0323\u0323\u0301 e\u0301");

    assertThat(JournalEntry.of(line, FIRST.hash()).fact().values())
        .containsEntry("a", "a\u0323\u0323\u0301 e\u0301");
    assertThat(JournalEntry.of(line, FIRST.hash()).line()).isEqualTo(line);
  }

  @Test
  void aSubjectHasAKindAndAValueItsLimit() {
    for (String subject : new String[] {"H-17", "hazard/", "Hazard/1", "/1", "hazard 1/2"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fact.about(subject, "a", OCCURRED).build());
    }
    assertThat(fact(Map.of("a", Strings.repeat("x", 4_000))).values()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fact(Map.of("a", Strings.repeat("x", 4_001))))
        .withMessageContaining("4000");
  }

  @Provide
  Arbitrary<Fact> facts() {
    Arbitrary<Map<String, String>> values = Arbitraries.maps(names(), texts()).ofMaxSize(6);
    Arbitrary<Map<String, Commitment>> personal =
        Arbitraries.maps(names(), texts().map(text -> Commitment.of(SHA_256, new byte[16], text)))
            .ofMaxSize(2);
    return Combinators.combine(
            lines(), names(), instants(), lines(), lines(), lines(), values, personal)
        .as(
            (subject, kind, occurred, post, table, version, texts, seals) ->
                fact(
                    Fact.about("sample/" + subject, kind, occurred)
                        .post(post)
                        .person(Commitment.of(SHA_256, new byte[16], subject))
                        .table(new TableVersion(table, version.replace('@', '-'))),
                    texts,
                    seals));
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(-100_000_000_000L, 100_000_000_000_000L),
            Arbitraries.of(0L, 1L, 500_000_000L, 999_999_999L, 120_000L))
        .as((second, nano) -> Instant.ofEpochSecond(second, nano));
  }

  private static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("abz09-.")
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(name -> name.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*"));
  }

  /** Texts that try to look like the form itself. */
  private static Arbitrary<String> texts() {
    return Arbitraries.of(
            "\t",
            "\n",
            "\r",
            "\\",
            "\\n",
            "\\t",
            ":",
            "-",
            " ",
            "v:1",
            "value.a:",
            "\tvalue.z:1",
            "隐患",
            "示例",
            "😀",
            "👷‍♀️",
            "e\u0301",
            "\u2028",
            "\u3000",
            "\ufeff",
            "𠮷",
            "a",
            "Z",
            "@")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts))
        .filter(text -> !Require.normalised(text).isEmpty());
  }

  private static Arbitrary<String> lines() {
    return texts()
        .map(text -> Require.normalised(text.replaceAll("[\t\n\r\u2028]", "_")))
        .filter(text -> !text.isEmpty() && !text.equals("@") && !text.equals("-"));
  }

  private static Fact fact(Map<String, String> values) {
    return fact(
        Fact.about("hazard/H-17", "hazard.assess", OCCURRED)
            .post("岗位-1")
            .person(PERSON)
            .table(TABLE),
        values,
        Map.of("finder", PERSON));
  }

  private static Fact fact(
      Fact.Builder begun, Map<String, String> values, Map<String, Commitment> personal) {
    values.forEach(begun::value);
    personal.forEach(begun::personal);
    return begun.build();
  }
}
