package io.github.dualprevention.grading.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableVersion;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccidentGradesTest {

  private static final AccidentGrades GRADES = AccidentGrades.published();
  private static final List<String> FROM_HIGHEST =
      List.of("PARTICULARLY_MAJOR", "MAJOR", "SIGNIFICANT", "GENERAL");
  private static final int[] DEATHS = {0, 1, 2, 3, 4, 9, 10, 11, 29, 30, 31, 1_000};
  private static final int[] INJURIES = {0, 1, 9, 10, 11, 49, 50, 51, 99, 100, 101, 5_000};
  private static final String[] LOSSES = {
    "0",
    "0.01",
    "9999999.99",
    "10000000",
    "10000000.01",
    "49999999.99",
    "50000000",
    "99999999.99",
    "100000000",
    "100000000.01",
    "1e12"
  };

  /** Every edge of every criterion against every edge of the others. */
  @Test
  void theWorstOfTheThreeCriteriaDecidesAndTheNumberItselfBelongsToTheHigherGrade() {
    int graded = 0;
    for (int deaths : DEATHS) {
      for (int injuries : INJURIES) {
        for (String loss : LOSSES) {
          AccidentConsequences done = done(deaths, injuries, loss);
          int byDeaths = place(deaths * 100L, 3_000, 1_000, 300);
          int byInjuries = place(injuries * 100L, 10_000, 5_000, 1_000);
          int byLoss =
              place(
                  new BigDecimal(loss).movePointRight(2).longValueExact(),
                  10_000_000_000L,
                  5_000_000_000L,
                  1_000_000_000L);
          int worst = Math.min(byDeaths, Math.min(byInjuries, byLoss));
          if (worst == FROM_HIGHEST.size()) {
            assertThat(GRADES.grade(done).reasons()).hasSize(1);
            continue;
          }

          GradedAccident found = GRADES.grade(done).orThrow();

          assertThat(found.grade().code()).as("%s", done).isEqualTo(FROM_HIGHEST.get(worst));
          assertThat(found.decisive().stream().map(CriterionGrade::criterion))
              .as("%s", done)
              .containsExactlyElementsOf(decisive(worst, byDeaths, byInjuries, byLoss));
          graded++;
        }
      }
    }
    assertThat(graded).isEqualTo(DEATHS.length * INJURIES.length * LOSSES.length - 1);
  }

  /** The place of the grade from the highest on; behind all of them if there is nothing. */
  private static int place(long amount, long particularly, long major, long significant) {
    if (amount == 0) {
      return 4;
    }
    if (amount >= particularly) {
      return 0;
    }
    if (amount >= major) {
      return 1;
    }
    return amount >= significant ? 2 : 3;
  }

  private static List<AccidentCriterion> decisive(int worst, int deaths, int injuries, int loss) {
    List<AccidentCriterion> decisive = new ArrayList<>();
    if (deaths == worst) {
      decisive.add(AccidentCriterion.DEATHS);
    }
    if (injuries == worst) {
      decisive.add(AccidentCriterion.SERIOUS_INJURIES);
    }
    if (loss == worst) {
      decisive.add(AccidentCriterion.DIRECT_LOSS);
    }
    return decisive;
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0.01,GENERAL,第三条（四）",
    "3,0,0,SIGNIFICANT,第三条（三）",
    "0,50,0,MAJOR,第三条（二）",
    "0,0,100000000,PARTICULARLY_MAJOR,第三条（一）"
  })
  void eachGradeNamesItsClause(int deaths, int injuries, String loss, String grade, String clause) {
    GradedAccident found = GRADES.grade(done(deaths, injuries, loss)).orThrow();

    assertThat(found.grade().code()).isEqualTo(grade);
    assertThat(found.criteria())
        .extracting(CriterionGrade::source)
        .containsExactly(new SourceClause("国务院令第493号", clause, Evidence.PRESCRIBED));
  }

  @Test
  void theResultSaysWhichCriterionDecided() {
    GradedAccident found = GRADES.grade(done(3, 10, "9999999.990")).orThrow();

    assertThat(found.table()).isEqualTo(new TableVersion("ORDER-493", "2007"));
    assertThat(found.table()).isEqualTo(GRADES.version());
    assertThat(found.criteria())
        .extracting(CriterionGrade::criterion, CriterionGrade::amount, CriterionGrade::grade)
        .containsExactly(
            tuple(AccidentCriterion.DEATHS, new BigDecimal("3"), AccidentGrade.SIGNIFICANT),
            tuple(
                AccidentCriterion.SERIOUS_INJURIES,
                new BigDecimal("10"),
                AccidentGrade.SIGNIFICANT),
            tuple(
                AccidentCriterion.DIRECT_LOSS,
                new BigDecimal("9999999.99"),
                AccidentGrade.GENERAL));
    assertThat(found.explanation().zh())
        .isEqualTo(
            "ORDER-493@2007：死亡3人，达到3人以上（国务院令第493号 第三条（三））；"
                + "重伤10人，达到10人以上（国务院令第493号 第三条（三）），为较大事故");
    assertThat(found.explanation().en())
        .isEqualTo(
            "ORDER-493@2007: deaths 3, at least 3 (国务院令第493号 第三条（三）); serious injuries 10,"
                + " at least 10 (国务院令第493号 第三条（三）), which is a significant accident");
  }

  @ParameterizedTest
  @CsvSource({
    "1,0,0,死亡1人，不足3人,'deaths 1, fewer than 3'",
    "0,9,0,重伤9人，不足10人,'serious injuries 9, fewer than 10'",
    "0,0,0.50,直接经济损失0.5元，不足10000000元,'direct loss in yuan 0.5, less than 10000000'"
  })
  void theLowestGradeIsExplainedByWhereItEnds(
      int deaths, int injuries, String loss, String zh, String en) {
    GradedAccident found = GRADES.grade(done(deaths, injuries, loss)).orThrow();

    assertThat(found.explanation())
        .isEqualTo(
            new Wording(
                "ORDER-493@2007：" + zh + "（国务院令第493号 第三条（四）），为一般事故",
                "ORDER-493@2007: " + en + " (国务院令第493号 第三条（四）), which is a general accident"));
  }

  @ParameterizedTest
  @CsvSource({"1,3", "2,3", "3,10", "10,30", "30,"})
  void eachGradeEndsWhereTheNextHigherOneBegins(int deaths, BigDecimal below) {
    assertThat(GRADES.grade(done(deaths, 0, "0")).orThrow().criteria().get(0).below())
        .isEqualTo(Optional.ofNullable(below));
  }

  @Test
  void aGradeWithoutAnyHigherOneIsExplainedByWhereItBegins() {
    CriterionGrade one = GRADES.grade(done(1, 0, "0")).orThrow().criteria().get(0);
    CriterionGrade open =
        new CriterionGrade(
            one.criterion(), one.amount(), one.from(), Optional.empty(), one.grade(), one.source());

    assertThat(new GradedAccident(GRADES.version(), List.of(open)).explanation().en())
        .startsWith("ORDER-493@2007: deaths 1, at least 0 (");
  }

  @Test
  void anAccidentWithoutAnyConsequenceIsRefusedAndNotCalledGeneral() {
    List<Reason> reasons = GRADES.grade(done(0, 0, "0.00")).reasons();

    assertThat(reasons).extracting(Reason::code).containsExactly("grading.accident.no-consequence");
    assertThat(reasons.get(0).source())
        .contains(new SourceClause("国务院令第493号", "第二条", Evidence.DERIVED));
  }

  @Test
  void negativeConsequencesDoNotExist() {
    assertThatThrownBy(() -> done(-1, 0, "0"))
        .hasMessage("deaths must not be negative, but was: -1");
    assertThatThrownBy(() -> done(0, -1, "0"))
        .hasMessage("seriousInjuries must not be negative, but was: -1");
    assertThatThrownBy(() -> done(0, 0, "-0.01"))
        .hasMessage("directLoss must not be negative, but was: -0.01");
    assertThat(done(1, 2, "3.0")).isEqualTo(done(1, 2, "3"));
  }

  @ParameterizedTest
  @EnumSource(AccidentGrade.class)
  void gradesAreComparedFromTheHighestOn(AccidentGrade grade) {
    assertThat(AccidentGrade.byCode().keySet()).containsExactlyElementsOf(FROM_HIGHEST);
    assertThat(AccidentGrade.byCode()).containsEntry(grade.code(), grade);
    assertThat(grade.term().code()).isEqualTo(grade.code());
    assertThat(grade.term().wording()).isEqualTo(grade.wording());
    for (AccidentGrade other : AccidentGrade.values()) {
      boolean higher = FROM_HIGHEST.indexOf(grade.code()) <= FROM_HIGHEST.indexOf(other.code());
      assertThat(grade.isAtLeast(other)).isEqualTo(higher);
      assertThat(grade.max(other)).isEqualTo(higher ? grade : other);
    }
  }

  @Test
  void thePublishedTableIsReadOnce() {
    assertThat(AccidentGrades.published()).isSameAs(GRADES);
  }

  @Test
  void aSectorMayHaveATableOfItsOwn() {
    AccidentGrades own =
        read("PARTICULARLY_MAJOR,4,4,4\nMAJOR,3,3,3\nGENERAL,0,0,0\nSIGNIFICANT,2,2,0.5\n");

    assertThat(own.version()).hasToString("OWN@1");
    assertThat(own.grade(done(0, 0, "0.5")).orThrow().grade()).isEqualTo(AccidentGrade.SIGNIFICANT);
    assertThat(own.grade(done(1, 4, "0.5")).orThrow().grade())
        .isEqualTo(AccidentGrade.PARTICULARLY_MAJOR);
  }

  @Test
  void aTableWithoutAGradeIsRefused() {
    List<Fault> faults = faults("MAJOR,3,3,3\nSIGNIFICANT,2,2,2\n");

    assertThat(faults)
        .extracting(fault -> fault.reason().code(), fault -> fault.reason().value("grade"))
        .containsExactly(
            tuple("grading.accident.grade-missing", "PARTICULARLY_MAJOR"),
            tuple("grading.accident.grade-missing", "GENERAL"));
  }

  @Test
  void aTableMustFallAndEndAtZeroInEveryCriterion() {
    List<Fault> faults =
        faults("PARTICULARLY_MAJOR,4,3,4\nMAJOR,3,3,3\nSIGNIFICANT,2,2,9\nGENERAL,0,1,0\n");

    assertThat(faults)
        .extracting(Fault::line, Fault::column, Fault::value, fault -> fault.reason().code())
        .containsExactly(
            tuple(2L, "serious-injuries", "3", "grading.accident.not-falling"),
            tuple(5L, "serious-injuries", "1", "grading.accident.lowest-not-zero"),
            tuple(3L, "direct-loss", "3", "grading.accident.not-falling"));
    assertThat(faults.get(2).reason().values())
        .isEqualTo(
            Map.of("grade", "MAJOR", "from", "3", "lower", "SIGNIFICANT", "lower-from", "9"));
    assertThat(faults.get(1).reason().value("from")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grading.accident.negative GENERAL,-1,0,0",
        "table.cell.code LOW,0,0,0",
        "table.cell.decimal GENERAL,0,zero,0",
        "table.cell.missing GENERAL,0,0,"
      })
  void aFaultyCellIsRefused(String codeAndLine) {
    String[] parts = codeAndLine.split(" ");

    assertThat(faults(parts[1] + "\n"))
        .extracting(fault -> fault.reason().code())
        .containsExactly(parts[0]);
  }

  @Test
  void aCriterionThatDoesNotReachItsGradeDoesNotExist() {
    CriterionGrade one = GRADES.grade(done(1, 0, "0")).orThrow().criteria().get(0);

    assertThatThrownBy(() -> criterion("0", "0", one)).hasMessageContaining("must be above zero");
    assertThatThrownBy(() -> criterion("2", "3", one)).hasMessageContaining("must reach the grade");
    assertThatThrownBy(() -> criterion("5", "3", one))
        .hasMessage("amount must be below the next higher grade, but was: 5");
    assertThat(criterion("4.9", "3", one).below()).contains(new BigDecimal("5"));
    assertThat(criterion("3.0", "3", one).amount()).isEqualTo("3");
    assertThatThrownBy(() -> new GradedAccident(GRADES.version(), List.of()))
        .hasMessageContaining("criteria must not be empty");
  }

  private static CriterionGrade criterion(String amount, String from, CriterionGrade like) {
    return new CriterionGrade(
        like.criterion(),
        new BigDecimal(amount),
        new BigDecimal(from),
        Optional.of(new BigDecimal("5.0")),
        like.grade(),
        like.source());
  }

  private static AccidentConsequences done(int deaths, int injuries, String loss) {
    return new AccidentConsequences(deaths, injuries, new BigDecimal(loss));
  }

  private static AccidentGrades read(String lines) {
    String csv =
        "id,version,grade,deaths,serious-injuries,direct-loss,document,clause,evidence\n"
            + lines.replaceAll("(?m)^(.+)$", "OWN,1,$1,Own rule,table,ENTERPRISE");
    return AccidentGrades.read(
        "grades.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Fault> faults(String lines) {
    return catchThrowableOfType(InvalidTableException.class, () -> read(lines)).faults();
  }
}
