package io.github.dualprevention.grading.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTriggersTest {

  private static final String HEADER =
      "id,version,trigger,kind,period,from,until,zh,en,document,clause,evidence\n";
  private static final ReviewTriggers RISKS = ReviewTriggers.publishedForRisks();
  private static final EffectivePeriod ALWAYS =
      new EffectivePeriod(Optional.empty(), Optional.empty());
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  @Test
  void thePublishedTriggersAreAsWritten() {
    assertThat(RISKS.version()).hasToString("REVIEW:RISK@1");
    assertThat(RISKS.all())
        .extracting(ReviewTrigger::id, ReviewTrigger::every, trigger -> trigger.source().evidence())
        .containsExactly(
            tuple("YEARLY", Optional.of(Period.ofYears(1)), Evidence.PUBLISHED),
            tuple("MAJOR_CHANGE", Optional.empty(), Evidence.PRESCRIBED),
            tuple("FOUR_NEW", Optional.empty(), Evidence.PRESCRIBED),
            tuple("ACCIDENT", Optional.empty(), Evidence.PRESCRIBED),
            tuple("OTHER_INFLUENCE", Optional.empty(), Evidence.PRESCRIBED),
            tuple("IDENTIFICATION_CHANGED", Optional.empty(), Evidence.PRESCRIBED),
            tuple("CONTROL_FAILED", Optional.empty(), Evidence.DERIVED),
            tuple("CHEMICALS_CHANGE", Optional.empty(), Evidence.PRESCRIBED));
    ReviewTriggers enterprises = ReviewTriggers.publishedForEnterprises();
    assertThat(enterprises.version()).hasToString("REVIEW:ENTERPRISE@1");
    assertThat(enterprises.all())
        .extracting(ReviewTrigger::id, ReviewTrigger::every)
        .containsExactly(
            tuple("THREE_YEARS", Optional.of(Period.ofYears(3))),
            tuple("RISK_CHANGED", Optional.empty()));
    assertThat(enterprises.all().get(0).when())
        .isEqualTo(
            new Wording(
                "仅限危险化学品企业：安全风险诊断分级原则上每三年开展一次",
                "for hazardous chemical enterprises only: the overall grade is given every three"
                    + " years, as a rule"));
  }

  @Test
  void everyPublishedTriggerHasTheDaysOfItsSource() {
    Map<String, String> days =
        Map.of(
            "GB/T 33000-2025", "[2025-10-31, ..)",
            "中华人民共和国危险化学品安全法", "[2026-05-01, ..)");

    for (ReviewTriggers table : List.of(RISKS, ReviewTriggers.publishedForEnterprises())) {
      assertThat(table.all())
          .allMatch(
              trigger ->
                  trigger
                      .period()
                      .toString()
                      .equals(days.getOrDefault(trigger.source().document(), "[.., ..)")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CHEMICALS_CHANGE,2026-04-30,2026-05-01",
    "MAJOR_CHANGE,2025-10-30,2025-10-31",
    "CONTROL_FAILED,2025-10-30,2025-10-31"
  })
  void aTriggerThatIsNotYetInForceMakesNothingDue(
      String trigger, LocalDate lastDayWithout, LocalDate firstDay) {
    Map<String, Optional<LocalDate>> subjects =
        Map.of("A", Optional.of(lastDayWithout.minusDays(9)));
    List<Occurrence> before =
        List.of(Occurrence.concerningAll(trigger, lastDayWithout.minusDays(2)));

    assertThat(due(RISKS, subjects, before, lastDayWithout)).isEmpty();
    assertThat(due(RISKS, subjects, before, firstDay.plusDays(3)))
        .extracting(DueReview::since, found -> found.trigger().orElseThrow().id())
        .containsExactly(tuple(firstDay, trigger));
    List<Occurrence> after = List.of(Occurrence.concerningAll(trigger, firstDay.plusDays(2)));
    assertThat(due(RISKS, subjects, after, firstDay.plusDays(3)))
        .extracting(DueReview::since)
        .containsExactly(firstDay.plusDays(2));
  }

  @Test
  void aTriggerThatIsNoLongerInForceMakesNothingDue() {
    ReviewTriggers triggers =
        read(
            HEADER
                + line("OLD", "PERIODIC", "P1M", "", "2026-06-30")
                + line("NEW", "PERIODIC", "P2M", "2026-06-30", "")
                + line("MOVED", "OCCURRENCE", "", "2026-06-01", "2026-06-30"));
    Map<String, Optional<LocalDate>> subjects = Map.of("A", Optional.of(LocalDate.of(2026, 4, 1)));
    List<Occurrence> moved = List.of(Occurrence.concerningAll("MOVED", LocalDate.of(2026, 6, 2)));

    assertThat(due(triggers, subjects, moved, LocalDate.of(2026, 6, 29)))
        .extracting(DueReview::since, found -> found.trigger().orElseThrow().id())
        .containsExactly(
            tuple(LocalDate.of(2026, 5, 1), "OLD"), tuple(LocalDate.of(2026, 6, 2), "MOVED"));
    assertThat(due(triggers, subjects, moved, LocalDate.of(2026, 6, 30)))
        .extracting(DueReview::since, found -> found.trigger().orElseThrow().id())
        .containsExactly(tuple(LocalDate.of(2026, 6, 30), "NEW"));
  }

  @Test
  void aTriggerIsInForceOnSomeDay() {
    for (String until : List.of("2026-06-30", "2026-06-29")) {
      assertFault(
          HEADER + line("T", "OCCURRENCE", "", "2026-06-30", until),
          "grading.review.in-force",
          "until");
    }
    assertThat(read(HEADER + line("T", "OCCURRENCE", "", "2026-06-30", "2026-07-01")).all())
        .extracting(trigger -> trigger.period().toString())
        .containsExactly("[2026-06-30, 2026-07-01)");
    assertFault(HEADER + line("T", "OCCURRENCE", "", "2026-06-31", ""), "table.cell.date", "from");
  }

  @ParameterizedTest
  @CsvSource({
    "P1Y,2025-07-02,2026-07-02",
    "P1Y,2024-02-29,2025-02-28",
    "P4Y,2024-02-29,2028-02-29",
    "P1M,2026-01-31,2026-02-28",
    "P13M,2023-01-29,2024-02-29",
    "P2W,2026-06-20,2026-07-04",
    "P1D,2026-12-31,2027-01-01",
    "P100Y,1926-01-01,2026-01-01"
  })
  void isDueFromTheDayOnThatLiesOnePeriodLater(String period, LocalDate assessed, LocalDate since) {
    ReviewTriggers triggers = read(HEADER + periodic("T", period));

    assertThat(due(triggers, Map.of("A", Optional.of(assessed)), List.of(), since.minusDays(1)))
        .isEmpty();
    for (LocalDate day : List.of(since, since.plusYears(3))) {
      assertThat(due(triggers, Map.of("A", Optional.of(assessed)), List.of(), day))
          .extracting(DueReview::subject, DueReview::since, due -> due.trigger().orElseThrow().id())
          .containsExactly(tuple("A", since, "T"));
    }
  }

  @Property
  @Label("C6: a month's end shortens no later period; each one is counted from the assessment")
  void c6MonthsDoNotDrift(
      @ForAll @IntRange(max = 1500) int offset, @ForAll @IntRange(min = 1, max = 60) int months) {
    LocalDate assessed = LocalDate.of(2023, 12, 31).plusDays(offset);
    ReviewTriggers triggers = read(HEADER + periodic("T", "P" + months + "M"));
    LocalDate firstOfMonth = assessed.withDayOfMonth(1).plusMonths(months);
    LocalDate expected =
        firstOfMonth.withDayOfMonth(
            Math.min(assessed.getDayOfMonth(), firstOfMonth.lengthOfMonth()));

    assertThat(due(triggers, Map.of("A", Optional.of(assessed)), List.of(), expected))
        .extracting(DueReview::since)
        .containsExactly(expected);
    assertThat(due(triggers, Map.of("A", Optional.of(assessed)), List.of(), expected.minusDays(1)))
        .isEmpty();
  }

  @Test
  void thePublishedTriggersAreReadOnce() {
    assertThat(ReviewTriggers.publishedForRisks()).isSameAs(RISKS);
  }

  @Test
  void whatWasNeverAssessedIsDueAtOnce() {
    List<DueReview> due = due(RISKS, Map.of("A", Optional.empty()), List.of(), DAY);

    assertThat(due).containsExactly(new DueReview("A", DAY, Optional.empty()));
    assertThat(due.get(0).source()).isEmpty();
    assertThat(due.get(0).explanation())
        .isEqualTo(
            new Wording(
                "“A”自2026-07-01起应当评估：从未评估",
                "A has been due for assessment since 2026-07-01: it has never been assessed"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31,false",
    "2026-06-01,true",
    "2026-06-02,true",
    "2026-07-01,true",
    "2026-07-02,false"
  })
  void anOccurrenceIsDueFromItsDayAndSettledByAnAssessmentOnALaterOne(
      LocalDate occurred, boolean due) {
    Occurrence accident = Occurrence.concerning("ACCIDENT", occurred, Set.of("A"));
    LocalDate assessed = LocalDate.of(2026, 6, 1);

    List<DueReview> found =
        due(
            RISKS,
            Map.of("A", Optional.of(assessed), "B", Optional.of(assessed)),
            List.of(accident),
            DAY);

    assertThat(found)
        .extracting(DueReview::subject, DueReview::since)
        .isEqualTo(due ? List.of(tuple("A", occurred)) : List.of());
  }

  @Test
  void saysWhyWithTheClause() {
    List<DueReview> due =
        due(
            RISKS,
            Map.of("罐区", Optional.of(LocalDate.of(2026, 1, 1))),
            List.of(Occurrence.concerningAll("ACCIDENT", LocalDate.of(2026, 3, 1))),
            DAY);

    assertThat(due).hasSize(1);
    assertThat(due.get(0).source())
        .contains(new SourceClause("GB/T 33000-2025", "7.1 c)", Evidence.PRESCRIBED));
    assertThat(due.get(0).explanation())
        .isEqualTo(
            new Wording(
                "“罐区”自2026-03-01起应当评估：发生生产安全事故（GB/T 33000-2025，7.1 c)）",
                "罐区 has been due for assessment since 2026-03-01: a work-safety accident"
                    + " (GB/T 33000-2025, 7.1 c))"));
  }

  @Test
  void listsTheOldestFirstThenBySubjectAndTriggerWithTheEarliestDayOfEach() {
    Map<String, Optional<LocalDate>> subjects = new LinkedHashMap<>();
    subjects.put("C", Optional.of(LocalDate.of(2025, 6, 1)));
    subjects.put("B", Optional.empty());
    subjects.put("A", Optional.of(LocalDate.of(2026, 4, 1)));
    List<Occurrence> occurrences =
        List.of(
            Occurrence.concerningAll("ACCIDENT", LocalDate.of(2026, 6, 20)),
            Occurrence.concerningAll("ACCIDENT", LocalDate.of(2026, 6, 1)),
            Occurrence.concerning("FOUR_NEW", LocalDate.of(2026, 6, 1), Set.of("C", "A")));

    assertThat(due(RISKS, subjects, occurrences, DAY))
        .extracting(
            DueReview::since,
            DueReview::subject,
            due -> due.trigger().map(ReviewTrigger::id).orElse("-"))
        .containsExactly(
            tuple(LocalDate.of(2026, 6, 1), "A", "ACCIDENT"),
            tuple(LocalDate.of(2026, 6, 1), "A", "FOUR_NEW"),
            tuple(LocalDate.of(2026, 6, 1), "B", "ACCIDENT"),
            tuple(LocalDate.of(2026, 6, 1), "C", "ACCIDENT"),
            tuple(LocalDate.of(2026, 6, 1), "C", "FOUR_NEW"),
            tuple(LocalDate.of(2026, 6, 1), "C", "YEARLY"),
            tuple(DAY, "B", "-"));
  }

  @Property
  void whatIsDueStaysDueUntilItIsAssessedAndNoLonger(
      @ForAll long seed, @ForAll @IntRange(max = 400) int later) {
    Random random = new Random(seed);
    Map<String, Optional<LocalDate>> subjects = new HashMap<>();
    for (String subject : List.of("A", "B", "C")) {
      subjects.put(
          subject,
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(DAY.minusDays(random.nextInt(500))));
    }
    List<Occurrence> occurrences = new ArrayList<>();
    for (int i = 0; i < random.nextInt(5); i++) {
      String trigger = RISKS.all().get(1 + random.nextInt(RISKS.all().size() - 1)).id();
      LocalDate day = DAY.plusDays(random.nextInt(500) - 400);
      occurrences.add(
          random.nextBoolean()
              ? Occurrence.concerningAll(trigger, day)
              : Occurrence.concerning(trigger, day, Set.of("B")));
    }

    List<DueReview> now = due(RISKS, subjects, occurrences, DAY);
    List<DueReview> then = due(RISKS, subjects, occurrences, DAY.plusDays(later));
    Collections.shuffle(occurrences, random);

    assertThat(due(RISKS, subjects, occurrences, DAY)).isEqualTo(now);
    assertThat(then.stream().filter(due -> due.trigger().isPresent()))
        .containsAll(now.stream().filter(due -> due.trigger().isPresent()).toList());
    assertThat(now).allMatch(due -> !due.since().isAfter(DAY));
    assertThat(new HashSet<>(now.stream().map(due -> due.subject() + due.trigger()).toList()))
        .hasSameSizeAs(now);
    subjects.replaceAll((subject, assessed) -> Optional.of(DAY.plusDays(1)));
    assertThat(
            due(RISKS, subjects, occurrences, DAY.plusDays(1)).stream()
                .filter(due -> !due.since().equals(DAY.plusDays(1))))
        .isEmpty();
  }

  @Test
  void refusesWhatItDoesNotKnowWithAllReasons() {
    Map<String, Optional<LocalDate>> subjects =
        Map.of("A", Optional.of(DAY.plusDays(1)), "B", Optional.of(DAY));

    List<Reason> reasons =
        RISKS
            .due(
                subjects,
                List.of(
                    Occurrence.concerning("EARTHQUAKE", DAY, Set.of("Z", "Y", "A")),
                    Occurrence.concerningAll("YEARLY", DAY)),
                DAY)
            .reasons();

    assertThat(reasons)
        .extracting(Reason::code)
        .containsExactly(
            "grading.review.assessed-later",
            "grading.review.trigger-unknown",
            "grading.review.subject-unknown",
            "grading.review.subject-unknown",
            "grading.review.trigger-periodic");
    assertThat(reasons.get(0).values())
        .containsEntry("subject", "A")
        .containsEntry("assessed", "2026-07-02")
        .containsEntry("day", "2026-07-01");
    assertThat(reasons.get(1).value("known")).startsWith("YEARLY, MAJOR_CHANGE, ");
    assertThat(reasons.subList(2, 4))
        .extracting(reason -> reason.value("subject"))
        .containsExactly("Y", "Z");
    assertThat(reasons.get(4).value("trigger")).isEqualTo("YEARLY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"P0D", "-P1Y", "P1Y-1D", "P101Y", "P1201M", "P36601D", "1Y", "PT1H", "yearly"})
  void refusesAPeriodThatIsNotPositiveOrBeyondAllMeaning(String period) {
    assertFault(HEADER + periodic("T", period), "grading.review.period", "period");
  }

  @Test
  void readsTheLongestPeriods() {
    for (String period : List.of("P100Y", "P1200M", "P36600D")) {
      assertThat(read(HEADER + periodic("T", period)).all()).hasSize(1);
    }
  }

  @Test
  void holdsKindAndPeriodTogether() {
    assertFault(HEADER + line("T", "PERIODIC", ""), "grading.review.period-missing", "period");
    assertFault(
        HEADER + line("T", "OCCURRENCE", "P1Y"), "grading.review.period-needless", "period");
    assertFault(HEADER + line("T", "SOMETIMES", ""), "table.cell.code", "kind");
    assertFault(
        HEADER + line("T", "OCCURRENCE", "") + periodic("T", "P1Y"),
        "table.row.duplicate",
        "trigger");
    assertFault(HEADER, "table.edition.empty", "");
  }

  @Test
  void anOccurrenceConcernsSomeSubjectsOrAllAndATriggerHasAPositivePeriod() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Occurrence.concerning("ACCIDENT", DAY, Set.of()))
        .withMessageContaining("subjects");
    ReviewTrigger yearly = RISKS.all().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ReviewTrigger(
                    "T", Optional.of(Period.ZERO), ALWAYS, yearly.when(), yearly.source()))
        .withMessageContaining("every");
  }

  private static void assertFault(String csv, String code, String column) {
    assertThatExceptionOfType(InvalidTableException.class)
        .isThrownBy(() -> read(csv))
        .satisfies(
            refused ->
                assertThat(refused.faults())
                    .extracting(fault -> fault.reason().code(), Fault::column)
                    .containsExactly(tuple(code, column)));
  }

  private static List<DueReview> due(
      ReviewTriggers triggers,
      Map<String, Optional<LocalDate>> subjects,
      List<Occurrence> occurrences,
      LocalDate day) {
    return triggers.due(subjects, occurrences, day).orThrow();
  }

  private static String periodic(String id, String period) {
    return line(id, "PERIODIC", period);
  }

  private static String line(String id, String kind, String period) {
    return line(id, kind, period, "", "");
  }

  private static String line(String id, String kind, String period, String from, String until) {
    return "OWN,1,%s,%s,%s,%s,%s,示例,sample,示例,1,ENTERPRISE\n"
        .formatted(id, kind, period, from, until);
  }

  private static ReviewTriggers read(String csv) {
    return ReviewTriggers.read(
        "own.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
