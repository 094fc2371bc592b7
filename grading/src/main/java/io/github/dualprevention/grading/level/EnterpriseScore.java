package io.github.dualprevention.grading.level;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.risk.Assessment;
import io.github.dualprevention.core.risk.Band;
import io.github.dualprevention.core.risk.Factors;
import io.github.dualprevention.core.risk.Grade;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.risk.Score;
import io.github.dualprevention.core.risk.ScoreRange;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Grades an enterprise by a safety score from 0 to 100, and by situations that decide whatever the
 * score.
 *
 * <p>Here a higher score is safer, unlike the scores of risks. Every score has exactly one level,
 * which never becomes worse as the score rises; that is proved when a table is read.
 */
public final class EnterpriseScore {

  private static final BigDecimal MOST = new BigDecimal("100");
  private static final int MOST_DIGITS = 30;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<Optional<ScoreRange>> RANGE =
      Column.text("range").then(EnterpriseScore::range).optional();
  private static final Column<Optional<String>> VETO = Column.id("veto").optional();
  private static final Column<RiskLevel> LEVEL = Column.code("level", RiskLevel.byCode());
  private static final Column<String> ZH = Column.text("zh");
  private static final Column<String> EN = Column.text("en");
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              RANGE,
              VETO,
              LEVEL,
              ZH,
              EN,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(RANGE, VETO);

  private final TableVersion version;
  private final List<Band> bands;
  private final ImmutableMap<String, Raise> vetoes;

  private EnterpriseScore(
      TableVersion version, List<Band> bands, ImmutableMap<String, Raise> vetoes) {
    this.version = version;
    this.bands = bands;
    this.vetoes = vetoes;
  }

  /**
   * The published table {@code SCORE:YJ2018-19} for enterprises that produce or store hazardous
   * chemicals: red below 60, orange below 75, yellow below 90, blue from 90 on; red at once for
   * {@code UNTRIED_PROCESS}, {@code UNDESIGNED_PLANT}, {@code UNQUALIFIED_OPERATORS} and {@code
   * ACCIDENTS}.
   *
   * @return the table
   * @source 应急〔2018〕19号, as re-posted
   */
  public static EnterpriseScore published() {
    return Published.SCORE;
  }

  /**
   * Reads a table from CSV with the columns {@code
   * id,version,range,veto,level,zh,en,document,clause,evidence}; a line is a range of scores such
   * as {@code [60,75)} with its level, or the id of a situation with the level that it raises to.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the table
   * @throws InvalidTableException with every faulty cell or, where all cells are sound, with the
   *     first line beyond 1,000 or with every line that is neither or both, every score from 0 to
   *     100 without level or with two, every range beyond 100, and every level that becomes worse
   *     as the score rises
   */
  public static EnterpriseScore read(String file, InputStream in) {
    List<Row> rows = LevelTables.rows(FORMAT, file, in);
    TableVersion version = VERSION.ofAll(file, rows);
    List<Fault> faults = new ArrayList<>();
    for (Row row : rows) {
      if (row.get(RANGE).isPresent() == row.get(VETO).isPresent()) {
        faults.add(row.fault(RANGE, LevelRules.RANGE_OR_VETO.broken()));
      }
      row.get(VETO)
          .map(veto -> LevelTables.ruleId(version, veto))
          .ifPresent(rule -> LevelTables.requireRuleId(rule, row, VETO, faults));
    }
    refuse(faults);
    List<Row> bands = rows.stream().filter(row -> row.get(RANGE).isPresent()).toList();
    prove(file, bands, faults);
    refuse(faults);
    ImmutableMap.Builder<String, Raise> vetoes = ImmutableMap.builder();
    rows.forEach(
        row -> row.get(VETO).ifPresent(veto -> vetoes.put(veto, raise(version, veto, row))));
    return new EnterpriseScore(
        version, bands.stream().map(EnterpriseScore::band).toList(), vetoes.buildOrThrow());
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
  }

  /**
   * Tries every end of a range and a score between each two; between neighbouring ends all scores
   * lie in the same ranges, so that nothing else is left to try.
   */
  private static void prove(String file, List<Row> bands, List<Fault> faults) {
    TreeSet<BigDecimal> ends = new TreeSet<>(List.of(BigDecimal.ZERO, MOST));
    for (Row band : bands) {
      ScoreRange range = rangeOf(band);
      Optional<BigDecimal> max = range.max().map(Score::value);
      if (max.filter(end -> end.compareTo(MOST) <= 0).isPresent()) {
        ends.addAll(List.of(range.min().value(), max.get()));
      } else {
        faults.add(band.fault(RANGE, LevelRules.RANGE_BEYOND.broken("most", MOST)));
      }
    }
    List<String> gaps = new ArrayList<>();
    Set<Reason> told = new HashSet<>();
    Optional<Row> below = Optional.empty();
    for (Score score : withMiddles(ends)) {
      List<Row> holding = bands.stream().filter(band -> rangeOf(band).contains(score)).toList();
      if (holding.isEmpty()) {
        gaps.add(score.toString());
        continue;
      }
      Row band = holding.get(0);
      if (holding.size() > 1) {
        Row second = holding.get(1);
        tell(second, RANGE, overlap(band, second), told, faults);
      }
      if (below.filter(lower -> !lower.get(LEVEL).isAtLeast(band.get(LEVEL))).isPresent()) {
        tell(band, LEVEL, worse(below.get(), band), told, faults);
      }
      below = Optional.of(band);
    }
    if (!gaps.isEmpty()) {
      Reason gap = LevelRules.SCORE_GAP.broken("scores", String.join(", ", gaps));
      faults.add(new Fault(file, 1, RANGE.name(), "", gap));
    }
  }

  private static List<Score> withMiddles(SortedSet<BigDecimal> ends) {
    List<Score> scores = new ArrayList<>();
    BigDecimal before = ends.first();
    for (BigDecimal end : ends) {
      if (end.compareTo(before) > 0) {
        scores.add(new Score(before.add(end).multiply(HALF)));
      }
      scores.add(new Score(end));
      before = end;
    }
    return scores;
  }

  private static void tell(
      Row row, Column<?> at, Reason reason, Set<Reason> told, List<Fault> faults) {
    if (told.add(reason)) {
      faults.add(row.fault(at, reason));
    }
  }

  private static Reason overlap(Row first, Row second) {
    return LevelRules.SCORE_OVERLAP.broken("first", rangeOf(first), "second", rangeOf(second));
  }

  private static Reason worse(Row lower, Row higher) {
    return LevelRules.SCORE_WORSE.broken(
        "lower",
        rangeOf(lower),
        "level",
        lower.get(LEVEL).term(),
        "higher",
        rangeOf(higher),
        "worse",
        higher.get(LEVEL).term());
  }

  private static ScoreRange rangeOf(Row band) {
    return band.get(RANGE).orElseThrow();
  }

  private static Band band(Row row) {
    return new Band(
        rangeOf(row), new Wording(row.get(ZH), row.get(EN)), row.get(LEVEL), SOURCE.of(row));
  }

  private static Raise raise(TableVersion version, String veto, Row row) {
    return new Raise(
        LevelTables.ruleId(version, veto),
        row.get(LEVEL),
        new Wording(row.get(ZH), row.get(EN)),
        SOURCE.of(row));
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
   * The situations that decide whatever the score.
   *
   * @return the level that each raises to, by its id, in the order of the table
   */
  public Map<String, Raise> vetoes() {
    return vetoes;
  }

  /**
   * Grades an enterprise.
   *
   * @param score from 0 to 100, a higher one is safer; may be empty only if a situation makes the
   *     level major, for any other one says only that the level is not below its own
   * @param situations the ids of the situations that were found
   * @return the level with score, band and situations; or that the score is missing, outside 0 to
   *     100 or longer than 30 digits on a side of the point, and every unknown situation
   */
  public Outcome<EnterpriseLevel> grade(Optional<BigDecimal> score, Set<String> situations) {
    List<Raise> raises =
        vetoes.entrySet().stream()
            .filter(veto -> situations.contains(veto.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    List<Reason> reasons = new ArrayList<>();
    if (score.isEmpty() && raises.stream().noneMatch(raise -> raise.to() == RiskLevel.MAJOR)) {
      reasons.add(LevelRules.SCORE_MISSING.broken());
    }
    score.flatMap(EnterpriseScore::reasonAgainst).ifPresent(reasons::add);
    for (String situation : new TreeSet<>(situations)) {
      if (!vetoes.containsKey(situation)) {
        reasons.add(
            LevelRules.VETO_UNKNOWN.broken(
                "veto", situation, "known", String.join(", ", vetoes.keySet())));
      }
    }
    return reasons.isEmpty()
        ? Outcome.accepted(
            new EnterpriseLevel(
                version, Optional.of(new Grade(score.map(this::assess), raises)), List.of()))
        : new Outcome.Refused<>(reasons);
  }

  /** Looks at the size before anything writes the number out, which could fill the memory. */
  private static Optional<Reason> reasonAgainst(BigDecimal score) {
    boolean plain =
        score.scale() <= MOST_DIGITS && (long) score.precision() - score.scale() <= MOST_DIGITS;
    if (!plain) {
      return Optional.of(LevelRules.SCORE_DIGITS.broken("most", MOST_DIGITS));
    }
    boolean outside = score.signum() < 0 || score.compareTo(MOST) > 0;
    return outside
        ? Optional.of(LevelRules.SCORE_OUTSIDE.broken("score", score.toPlainString(), "most", MOST))
        : Optional.empty();
  }

  private Assessment assess(BigDecimal value) {
    Score score = new Score(value);
    Factors points = new Factors(Map.of("SCORE", value));
    Band band =
        bands.stream()
            .filter(one -> one.extent().holds(points, Optional.of(score)))
            .findFirst()
            .orElseThrow();
    return new Assessment(version, points, Optional.of(score), band);
  }

  private static Outcome<ScoreRange> range(String cell) {
    try {
      return Outcome.accepted(ScoreRange.parse(cell));
    } catch (IllegalArgumentException notARange) {
      return Outcome.refused(LevelRules.RANGE.broken());
    }
  }

  /** Read once, when it is first asked for. */
  private static final class Published {
    static final EnterpriseScore SCORE =
        read(
            "enterprise-score.csv",
            Require.notNull(
                EnterpriseScore.class.getResourceAsStream("enterprise-score.csv"),
                "enterprise-score.csv"));
  }
}
