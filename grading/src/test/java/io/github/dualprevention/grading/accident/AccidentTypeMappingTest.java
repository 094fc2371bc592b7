package io.github.dualprevention.grading.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccidentTypeMappingTest {

  private static final AccidentTypeMapping MAPPING = AccidentTypeMapping.published();
  private static final AccidentTypeEdition OLD = edition("1986");
  private static final AccidentTypeEdition NEW = edition("2025");

  @ParameterizedTest
  @CsvSource({
    "01,WSA10001",
    "03,WSA10004",
    "04,WSA10005",
    "05,WSA10006",
    "06,WSA10007",
    "07,WSA10008",
    "08,WSA10009",
    "09,WSA10010",
    "010,WSA10012",
    "017,WSA10014"
  })
  void aTypeThatGoesOnIsTranslatedWithoutLoss(String code, String target) {
    AccidentTypeTranslation found = MAPPING.translate(code).orThrow();

    assertThat(found.from()).isEqualTo(OLD.find(code).orThrow());
    assertThat(found.to()).isEqualTo(NEW.find(target).orThrow());
    assertThat(found.loss()).isEmpty();
    assertThat(found.mapping()).hasToString("GB6441-1986-2025@1");
  }

  @ParameterizedTest
  @CsvSource({
    "011,WSA10012,冒顶片帮",
    "012,WSA10013,透水",
    "013,WSA10019,放炮",
    "015,WSA10016,瓦斯",
    "016,WSA10014,锅炉",
    "020,WSA10099,跌落"
  })
  void aTypeThatGoesIntoAWiderOneSaysWhatIsLost(String code, String target, String lost) {
    AccidentTypeTranslation found = MAPPING.translate(code).orThrow();

    assertThat(found.to().code()).isEqualTo(target);
    assertThat(found.loss().orElseThrow().zh()).contains(lost);
    assertThat(MAPPING.translate(code, target)).isEqualTo(Outcome.accepted(found));
  }

  @ParameterizedTest
  @CsvSource({
    "02,'WSA10002, WSA10003'",
    "014,'WSA10019, WSA10020'",
    "018,'WSA10015, WSA10016, WSA10017, WSA10018, WSA10020, WSA10021, WSA10022, WSA10099'",
    "019,'WSA10023, WSA10024'"
  })
  void aTypeThatBecameSeveralIsTranslatedOnlyAsAPersonChooses(String code, String candidates) {
    List<Reason> reasons = MAPPING.translate(code).reasons();

    assertThat(reasons)
        .extracting(Reason::code, reason -> reason.value("candidates"))
        .containsExactly(tuple("grading.accident.mapping-ambiguous", candidates));
    for (String target : candidates.split(", ")) {
      AccidentTypeTranslation chosen = MAPPING.translate(code, target).orThrow();
      assertThat(chosen.from().code()).isEqualTo(code);
      assertThat(chosen.to().code()).isEqualTo(target);
      assertThat(chosen.loss()).isPresent();
    }
    assertThat(MAPPING.candidates(code).orThrow())
        .extracting(line -> line.to().code())
        .containsExactly(candidates.split(", "));
  }

  @Test
  void theRefusalNamesTheCandidatesForPeople() {
    assertThat(MAPPING.translate("019").reasons().get(0).message().zh())
        .isEqualTo("旧类型“中毒和窒息 019”有几种可能，须由人选定：中毒 WSA10023、窒息 WSA10024");
  }

  @ParameterizedTest
  @CsvSource({"019,WSA10099", "08,WSA10010", "08,08", "08,''"})
  void aTargetThatIsNoCandidateIsRefused(String code, String target) {
    List<Reason> reasons = MAPPING.translate(code, target).reasons();

    assertThat(reasons)
        .extracting(Reason::code, reason -> reason.value("target"))
        .containsExactly(tuple("grading.accident.mapping-no-candidate", target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "19", "WSA10009", "火灾"})
  void aCodeThatTheOldListDoesNotHaveIsRefused(String code) {
    for (Outcome<?> outcome :
        List.of(
            MAPPING.translate(code),
            MAPPING.translate(code, "WSA10009"),
            MAPPING.candidates(code))) {
      assertThat(outcome.reasons())
          .extracting(Reason::code, reason -> reason.value("edition"))
          .containsExactly(tuple("grading.accident.type-unknown", "GB6441@1986"));
    }
  }

  @Test
  void everyOldTypeHasALineAndNoLineClaimsMoreThanItsSource() {
    List<AccidentTypeTranslation> lines =
        OLD.types().stream()
            .flatMap(type -> MAPPING.candidates(type.code()).orThrow().stream())
            .toList();

    assertThat(lines).hasSize(30);
    for (AccidentTypeTranslation line : lines) {
      boolean foreword = line.source().document().equals("GB 6441-2025");
      assertThat(line.source().evidence() == Evidence.PUBLISHED).isNotEqualTo(foreword);
    }
    assertThat(MAPPING.version()).hasToString("GB6441-1986-2025@1");
  }

  @Test
  void thePublishedMappingIsReadOnce() {
    assertThat(AccidentTypeMapping.published()).isSameAs(MAPPING);
  }

  @Test
  void anEnterpriseReplacesTheMappingByItsOwn() {
    List<String> lines = sound();
    lines.set(18, "019,WSA10024,LOSSY,只按窒息,asphyxia only");

    AccidentTypeTranslation found = read(lines).translate("019").orThrow();

    assertThat(found.to().code()).isEqualTo("WSA10024");
    assertThat(found.loss().orElseThrow().en()).isEqualTo("asphyxia only");
    assertThat(found.mapping()).hasToString("OWN@1");
  }

  @Test
  void bothEndsMustExist() {
    assertThat(faults("10,WSA10012,KEPT,,", "010,WSA10027,KEPT,,", "08,08,KEPT,,"))
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple(2L, "from", "table.cell.code"),
            tuple(3L, "to", "table.cell.code"),
            tuple(4L, "to", "table.cell.code"));
  }

  @Test
  void everyOldCodeMustHaveALine() {
    List<String> lines = sound();
    lines.remove(19);
    lines.remove(0);

    assertThat(faults(lines.toArray(String[]::new)))
        .extracting(
            Fault::line, fault -> fault.reason().code(), fault -> fault.reason().value("types"))
        .containsExactly(tuple(1L, "grading.accident.mapping-missing", "01, 020"));
  }

  @Test
  void aLineStandsOnce() {
    List<String> lines = sound();
    lines.add(lines.get(3));

    assertThat(faults(lines.toArray(String[]::new)))
        .extracting(Fault::line, fault -> fault.reason().code())
        .containsExactly(tuple(22L, "table.row.duplicate"));
  }

  @Test
  void ambiguousIsWhatHasSeveralLinesAndNothingElse() {
    List<String> lines = sound();
    lines.set(1, "02,WSA10002,AMBIGUOUS,二选一,one of two");
    lines.add("019,WSA10024,AMBIGUOUS,二选一,one of two");

    List<Fault> faults = faults(lines.toArray(String[]::new));

    assertThat(faults)
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple(3L, "kind", "grading.accident.mapping-kind"),
            tuple(20L, "kind", "grading.accident.mapping-kind"));
    assertThat(faults.get(1).reason().values()).isEqualTo(Map.of("type", "019", "count", "2"));
  }

  @Test
  void aLossIsToldInBothLanguagesAndOnlyWhereThereIsOne() {
    List<String> lines = sound();
    lines.set(0, "01,WSA10001,KEPT,某事,");
    lines.set(1, "02,WSA10002,LOSSY,某事,");
    lines.set(2, "03,WSA10004,LOSSY,,");
    lines.set(3, "04,WSA10005,MERGED,,");

    assertThat(faults(lines.get(3)))
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.cell.code");
    lines.set(3, "04,WSA10005,KEPT,,");
    assertThat(faults(lines.toArray(String[]::new)))
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple(2L, "lost-zh", "grading.accident.mapping-loss-said"),
            tuple(3L, "lost-en", "grading.accident.mapping-loss-unsaid"),
            tuple(4L, "lost-zh", "grading.accident.mapping-loss-unsaid"),
            tuple(4L, "lost-en", "grading.accident.mapping-loss-unsaid"));
  }

  /** One line for each old type. */
  private static List<String> sound() {
    return new ArrayList<>(
        OLD.types().stream().map(type -> type.code() + ",WSA10099,KEPT,,").toList());
  }

  private static AccidentTypeMapping read(List<String> lines) {
    String csv =
        Stream.concat(
                Stream.of("id,version,from,to,kind,lost-zh,lost-en,document,clause,evidence"),
                lines.stream().map(line -> "OWN,1," + line + ",Own mapping,1,ENTERPRISE"))
            .reduce("", (before, line) -> before + line + "\n");
    return AccidentTypeMapping.read(
        "mapping.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), OLD, NEW);
  }

  private static List<Fault> faults(String... lines) {
    return catchThrowableOfType(InvalidTableException.class, () -> read(List.of(lines))).faults();
  }

  private static AccidentTypeEdition edition(String version) {
    return AccidentTypes.published().edition(new TableVersion("GB6441", version)).orThrow();
  }
}
