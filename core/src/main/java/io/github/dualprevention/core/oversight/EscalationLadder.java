package io.github.dualprevention.core.oversight;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Rule;
import io.github.dualprevention.core.hazard.EscalationLevel;
import io.github.dualprevention.core.hazard.GradeScope;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When an unsettled hazard goes up to whom (逐级上报); proved when read: a higher level never hears of
 * a hazard before a lower one.
 *
 * <p>No ladder is built in, for no source that was read names days.
 *
 * @source 静安委会〔2016〕11号 names the order of the levels and no time
 */
public final class EscalationLadder {

  /** Ten years. */
  private static final BigDecimal MOST = BigDecimal.valueOf(3_650);

  private static final Rule DAYS_WHOLE =
      Rule.of("oversight.ladder.days", "必须是0至{most}的整数", "must be a whole number from 0 to {most}");
  private static final Rule NOT_MONOTONE =
      Rule.of(
          "oversight.ladder.not-monotone",
          "{level}的天数{days}少于较低层级{lower}的天数{lower-days}",
          "{level} has {days} days, fewer than the {lower-days} of the lower level {lower}");

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<EscalationLevel> LEVEL =
      Column.code("level", EscalationLevel.byCode());
  private static final Column<GradeScope> SCOPE = Column.code("scope", GradeScope.byCode());
  private static final Column<Integer> DAYS = Column.decimal("days").then(EscalationLadder::days);
  private static final Column<EscalationBasis> BASIS =
      Column.code("basis", EscalationBasis.byCode());
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              LEVEL,
              SCOPE,
              DAYS,
              BASIS,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(LEVEL, SCOPE, BASIS);

  private final TableVersion version;
  private final List<Row> lines;

  private EscalationLadder(TableVersion version, List<Row> lines) {
    this.version = version;
    this.lines = lines;
  }

  /**
   * Reads a ladder from CSV with the columns {@code
   * id,version,level,scope,days,basis,document,clause,evidence}. A line says after how many days
   * the hazards of a scope, {@code GENERAL}, {@code MAJOR} or {@code ANY}, have to be escalated to
   * a level, counted as {@link EscalationBasis} has it: {@code 0} is its first day.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the ladder
   * @throws InvalidTableException with every faulty cell and every line that stands twice; where
   *     there is none, with every line of another edition than the first one; where there is none,
   *     with every pair of lines of one scope and basis in which the higher level has fewer days
   */
  public static EscalationLadder read(String file, InputStream in) {
    List<Row> rows = FORMAT.read(file, in).rowsOrThrow();
    TableVersion version = VERSION.ofAll(file, rows);
    List<Fault> faults = new ArrayList<>();
    for (Row row : rows) {
      for (Row lower : rows) {
        if (isEarlierThanBelow(row, lower)) {
          faults.add(row.fault(DAYS, notMonotone(row, lower)));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return new EscalationLadder(version, rows);
  }

  private static Outcome<Integer> days(BigDecimal number) {
    boolean sound = number.scale() == 0 && number.signum() >= 0 && number.compareTo(MOST) <= 0;
    return sound
        ? Outcome.accepted(number.intValueExact())
        : Outcome.refused(DAYS_WHOLE.broken("most", MOST));
  }

  private static boolean isEarlierThanBelow(Row row, Row lower) {
    return row.get(SCOPE) == lower.get(SCOPE)
        && row.get(BASIS) == lower.get(BASIS)
        && row.get(LEVEL).isAbove(lower.get(LEVEL))
        && row.get(DAYS) < lower.get(DAYS);
  }

  private static Reason notMonotone(Row row, Row lower) {
    return NOT_MONOTONE.broken(
        "level",
        row.get(LEVEL).term(),
        "days",
        row.get(DAYS),
        "lower",
        lower.get(LEVEL).term(),
        "lower-days",
        lower.get(DAYS));
  }

  /**
   * The edition of the ladder.
   *
   * @return id and version
   */
  public TableVersion version() {
    return version;
  }

  /**
   * Whether a hazard has to be escalated, and to whom.
   *
   * @param hazard the hazard as it is now
   * @param now the present moment
   * @param zone where days begin and end
   * @return the highest level that is due; empty if the hazard is not open, nothing is due or it
   *     was escalated to that level or a higher one last in this round
   */
  public Optional<EscalationDue> due(Hazard hazard, Instant now, ZoneId zone) {
    Require.notNull(now, "now");
    Require.notNull(zone, "zone");
    if (!hazard.state().isOpen()) {
      return Optional.empty();
    }
    Optional<EscalationLevel> last =
        hazard.latest(HazardFact.ESCALATED_TO).map(EscalationLevel.byCode()::get);
    return lines.stream()
        .filter(line -> line.get(SCOPE).covers(hazard.grade()))
        .flatMap(line -> due(line, hazard, now, zone).stream())
        .filter(due -> last.filter(level -> !due.level().isAbove(level)).isEmpty())
        .reduce((highest, due) -> precedes(due, highest) ? due : highest);
  }

  private Optional<EscalationDue> due(Row line, Hazard hazard, Instant now, ZoneId zone) {
    EscalationBasis basis = line.get(BASIS);
    return basis
        .start(hazard, now, zone)
        .map(start -> start.plusDays(line.get(DAYS)))
        .filter(since -> !since.isAfter(LocalDate.ofInstant(now, zone)))
        .map(
            since ->
                new EscalationDue(
                    hazard.id(), line.get(LEVEL), basis, since, SOURCE.of(line), version));
  }

  /** Whether it goes higher, or as high and was due earlier. */
  private static boolean precedes(EscalationDue due, EscalationDue other) {
    return due.level().isAbove(other.level())
        || (due.level() == other.level() && due.since().isBefore(other.since()));
  }
}
