package io.github.dualprevention.grading.review;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A list of what makes assessments out of date, proved when read, and the question which ones are.
 *
 * <p>A subject is whatever is assessed as one: a risk, or an enterprise as a whole. The two have
 * different triggers, and therefore a table each.
 */
public final class ReviewTriggers {

  /** Far beyond any rule, so that no period leads out of the calendar. */
  private static final int MOST_YEARS = 100;

  private enum Kind {
    PERIODIC,
    OCCURRENCE
  }

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<String> TRIGGER = Column.id("trigger");
  private static final Column<Kind> KIND =
      Column.code(
          "kind", ImmutableMap.of("PERIODIC", Kind.PERIODIC, "OCCURRENCE", Kind.OCCURRENCE));
  private static final Column<Optional<Period>> PERIOD =
      Column.id("period").then(ReviewTriggers::period).optional();
  private static final Column<Optional<LocalDate>> FROM = Column.date("from").optional();
  private static final Column<Optional<LocalDate>> UNTIL = Column.date("until").optional();
  private static final Column<String> ZH = Column.text("zh");
  private static final Column<String> EN = Column.text("en");
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              TRIGGER,
              KIND,
              PERIOD,
              FROM,
              UNTIL,
              ZH,
              EN,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(TRIGGER);

  private final TableVersion version;
  private final ImmutableMap<String, ReviewTrigger> byId;

  private ReviewTriggers(TableVersion version, ImmutableMap<String, ReviewTrigger> byId) {
    this.version = version;
    this.byId = byId;
  }

  /**
   * The published triggers for risks, {@code REVIEW:RISK}: every year, and the occurrences of GB/T
   * 33000-2025 and of the law on hazardous chemicals.
   *
   * @return the triggers
   */
  public static ReviewTriggers publishedForRisks() {
    return Published.RISKS;
  }

  /**
   * The published triggers for the overall grade of an enterprise, {@code REVIEW:ENTERPRISE}: every
   * three years, as a rule, and whenever its risks change.
   *
   * <p>The three years are for hazardous chemical enterprises only, as is 应急〔2018〕19号, from which
   * they come. Any other enterprise {@linkplain #read reads} a table of its own, or it will be told
   * of a duty that it does not have.
   *
   * @return the triggers
   */
  public static ReviewTriggers publishedForEnterprises() {
    return Published.ENTERPRISES;
  }

  /**
   * Reads triggers from CSV with the columns {@code
   * id,version,trigger,kind,period,from,until,zh,en,document,clause,evidence}; the kind is {@code
   * PERIODIC} with a period such as {@code P1Y}, or {@code OCCURRENCE} without one. A trigger is in
   * force from the first day {@code from} until the first day {@code until} that it no longer is;
   * either may be empty.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the triggers
   * @throws InvalidTableException with every fault: an id that stands twice, a period that is
   *     missing, needless or not positive, a day {@code until} that is not after {@code from}
   */
  public static ReviewTriggers read(String file, InputStream in) {
    List<Row> rows = FORMAT.read(file, in).rowsOrThrow();
    TableVersion version = VERSION.ofAll(file, rows);
    List<Fault> faults = new ArrayList<>();
    for (Row row : rows) {
      boolean periodic = row.get(KIND) == Kind.PERIODIC;
      if (periodic != row.get(PERIOD).isPresent()) {
        faults.add(
            row.fault(
                PERIOD,
                (periodic ? ReviewRules.PERIOD_MISSING : ReviewRules.PERIOD_NEEDLESS).broken()));
      }
      row.get(FROM)
          .filter(from -> row.get(UNTIL).filter(until -> !until.isAfter(from)).isPresent())
          .ifPresent(
              from -> faults.add(row.fault(UNTIL, ReviewRules.IN_FORCE.broken("from", from))));
    }
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return new ReviewTriggers(
        version,
        Maps.uniqueIndex(rows.stream().map(ReviewTriggers::trigger).toList(), ReviewTrigger::id));
  }

  /**
   * The edition of the table.
   *
   * @return id and version
   */
  public TableVersion version() {
    return version;
  }

  /**
   * Every trigger.
   *
   * @return in the order of the table
   */
  public List<ReviewTrigger> all() {
    return byId.values().asList();
  }

  /**
   * What has to be assessed anew on a day, and why.
   *
   * <p>A subject that has never been assessed is due at once. Under a periodic trigger a subject is
   * due from the day on that lies one period after its last assessment; the last day of a shorter
   * month stands for a day that it does not have, and since every period is counted from the
   * assessment itself, that shortens no later one. An occurrence makes a subject due from its own
   * day on, never before, until the subject is assessed on a later day. An assessment on the very
   * day of the occurrence does not settle it, for days do not say which of the two came first; a
   * host that knows leaves the occurrence out.
   *
   * <p>Only triggers count that are in force on the day. One that came into force after a period
   * had run out, or after an occurrence, makes a subject due from its own first day on.
   *
   * @param lastAssessed the day of the last assessment by the id of each subject; empty if it has
   *     never been assessed
   * @param occurrences what has happened, in any order; what lies after the day is not yet due
   * @param day the day in question
   * @return one entry for each due subject and trigger, with the first day on which it was due,
   *     sorted by that day, subject and trigger; or every unknown trigger, occurrence of a periodic
   *     one, unknown subject and assessment after the day
   */
  public Outcome<List<DueReview>> due(
      Map<String, Optional<LocalDate>> lastAssessed, List<Occurrence> occurrences, LocalDate day) {
    Map<String, Optional<LocalDate>> subjects = new TreeMap<>(lastAssessed);
    List<Reason> reasons = reasonsAgainst(subjects, occurrences, day);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused<>(reasons);
    }
    List<ReviewTrigger> inForce =
        all().stream().filter(trigger -> trigger.period().contains(day)).toList();
    List<DueReview> due = new ArrayList<>();
    subjects.forEach(
        (subject, assessed) -> {
          if (assessed.isEmpty()) {
            due.add(new DueReview(subject, day, Optional.empty()));
          }
          for (ReviewTrigger trigger : inForce) {
            dueDays(trigger, subject, assessed, occurrences)
                .min(Comparator.naturalOrder())
                .map(since -> notBeforeForce(since, trigger))
                .filter(since -> !since.isAfter(day))
                .ifPresent(since -> due.add(new DueReview(subject, since, Optional.of(trigger))));
          }
        });
    due.sort(
        Comparator.comparing(DueReview::since)
            .thenComparing(DueReview::subject)
            .thenComparing(found -> found.trigger().map(ReviewTrigger::id).orElse("")));
    return Outcome.accepted(List.copyOf(due));
  }

  /** The days from which on a trigger makes a subject due. */
  private static Stream<LocalDate> dueDays(
      ReviewTrigger trigger,
      String subject,
      Optional<LocalDate> assessed,
      List<Occurrence> occurrences) {
    Optional<Period> every = trigger.every();
    if (every.isPresent()) {
      return assessed.map(last -> last.plus(every.get())).stream();
    }
    return occurrences.stream()
        .filter(occurrence -> occurrence.trigger().equals(trigger.id()))
        .filter(occurrence -> occurrence.concerns(subject))
        .map(Occurrence::day)
        .filter(occurred -> assessed.filter(occurred::isBefore).isEmpty());
  }

  private static LocalDate notBeforeForce(LocalDate since, ReviewTrigger trigger) {
    return trigger.period().from().filter(since::isBefore).orElse(since);
  }

  private List<Reason> reasonsAgainst(
      Map<String, Optional<LocalDate>> lastAssessed, List<Occurrence> occurrences, LocalDate day) {
    List<Reason> reasons = new ArrayList<>();
    lastAssessed.forEach(
        (subject, assessed) ->
            assessed
                .filter(last -> last.isAfter(day))
                .ifPresent(
                    last ->
                        reasons.add(
                            ReviewRules.ASSESSED_LATER.broken(
                                "subject", subject, "assessed", last, "day", day))));
    for (Occurrence occurrence : occurrences) {
      ReviewTrigger trigger = byId.get(occurrence.trigger());
      if (trigger == null) {
        reasons.add(
            ReviewRules.TRIGGER_UNKNOWN.broken(
                "table",
                version,
                "trigger",
                occurrence.trigger(),
                "known",
                String.join(", ", byId.keySet())));
      } else if (trigger.every().isPresent()) {
        reasons.add(ReviewRules.TRIGGER_PERIODIC.broken("trigger", trigger.id()));
      }
      for (String subject : new TreeSet<>(occurrence.subjects().orElse(Set.of()))) {
        if (!lastAssessed.containsKey(subject)) {
          reasons.add(
              ReviewRules.SUBJECT_UNKNOWN.broken(
                  "day", occurrence.day(), "trigger", occurrence.trigger(), "subject", subject));
        }
      }
    }
    return reasons;
  }

  private static ReviewTrigger trigger(Row row) {
    return new ReviewTrigger(
        row.get(TRIGGER),
        row.get(PERIOD),
        new EffectivePeriod(row.get(FROM), row.get(UNTIL)),
        new Wording(row.get(ZH), row.get(EN)),
        SOURCE.of(row));
  }

  private static Outcome<Period> period(String cell) {
    try {
      Period period = Period.parse(cell);
      boolean sound =
          ReviewTrigger.isPositive(period)
              && period.toTotalMonths() <= 12L * MOST_YEARS
              && period.getDays() <= 366 * MOST_YEARS;
      return sound ? Outcome.accepted(period) : Outcome.refused(ReviewRules.PERIOD.broken());
    } catch (DateTimeParseException notAPeriod) {
      return Outcome.refused(ReviewRules.PERIOD.broken());
    }
  }

  /** Read once, when it is first asked for. */
  private static final class Published {
    static final ReviewTriggers RISKS = table("risk-triggers.csv");
    static final ReviewTriggers ENTERPRISES = table("enterprise-triggers.csv");

    private static ReviewTriggers table(String file) {
      return read(file, Require.notNull(ReviewTriggers.class.getResourceAsStream(file), file));
    }
  }
}
