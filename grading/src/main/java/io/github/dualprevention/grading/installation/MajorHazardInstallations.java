package io.github.dualprevention.grading.installation;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Reason;
import io.github.dualprevention.core.Require;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of GB 18218-2018 with the substances of a site: tells whether a unit is a major hazard
 * installation (重大危险源), and of which level.
 *
 * <p>The correction factors α and β and the levels are built in. Substances and their threshold
 * quantities (临界量) are not: tables 1 and 2 of the standard could not be checked, so a site brings
 * its own table.
 *
 * @source GB 18218-2018, 4.1.2, 4.2 and 4.3
 */
public final class MajorHazardInstallations {

  /** Says that table 3 does not name a substance. */
  private static final String NOT_NAMED = "-";

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<String> SUBSTANCE = Column.id("substance");
  private static final Column<Optional<ListedValue>> CLASS =
      Column.code("class", StandardTables.published().betaByClass()).optional();
  private static final Column<BigDecimal> THRESHOLD =
      Column.decimal("threshold").then(MajorHazardInstallations::positive);
  private static final Column<Optional<ListedValue>> BETA_NAME =
      Column.code("beta_name", betaNames());
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final TableFormat FORMAT =
      TableFormat.of(
              VERSION.id(),
              VERSION.version(),
              SUBSTANCE,
              CLASS,
              THRESHOLD,
              BETA_NAME,
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(SUBSTANCE, CLASS);

  private final TableVersion substances;
  private final Map<String, Listed> byName;

  /** What the tables say of a substance. */
  private record Listed(ListedValue threshold, ListedValue beta) {}

  private MajorHazardInstallations(TableVersion substances, Map<String, Listed> byName) {
    this.substances = substances;
    this.byName = byName;
  }

  /**
   * Reads a site's substances from CSV with the columns {@code
   * id,version,substance,class,threshold,beta_name,document,clause,evidence}.
   *
   * <p>A line without a class gives the threshold of a substance that table 1 of the standard
   * names; a line with a class, such as {@code W5.1}, gives the threshold of table 2 for that
   * class. A substance has a line for each of its classes. The named threshold comes first, else
   * the lowest one of the classes counts.
   *
   * <p>Every line says in {@code beta_name} by which name table 3 lists its substance, for β comes
   * from there: {@code 氨} for {@code 液氨}, {@code 碳酰氯} for {@code 光气}. Only {@code -}, which says
   * that table 3 does not list the substance under any name, takes β from its classes.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the rules for the site
   * @throws InvalidTableException with every fault: a threshold that is not greater than zero, a
   *     class that the standard does not have, a line twice, two thresholds of one class, a name
   *     that table 3 does not have, two names of one substance, another name or none for a
   *     substance that table 3 lists as it stands, or a substance for which no β can be told
   */
  public static MajorHazardInstallations read(String file, InputStream in) {
    List<Row> rows = FORMAT.read(file, in).rowsOrThrow();
    TableVersion version = VERSION.ofAll(file, rows);
    List<Fault> faults = new ArrayList<>();
    againstTwoThresholds(rows, faults);
    againstOtherBetaNames(rows, faults);
    Map<String, List<Row>> bySubstance =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get(SUBSTANCE), LinkedHashMap::new, Collectors.toList()));
    Map<String, Listed> byName = new HashMap<>();
    bySubstance.forEach(
        (substance, lines) ->
            betaOf(lines)
                .ifPresentOrElse(
                    beta -> byName.put(substance, new Listed(thresholdOf(lines), beta)),
                    () ->
                        faults.add(
                            lines
                                .get(0)
                                .fault(
                                    CLASS,
                                    InstallationRules.BETA_MISSING.broken(
                                        "substance", substance)))));
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    return new MajorHazardInstallations(version, byName);
  }

  private static Outcome<BigDecimal> positive(BigDecimal threshold) {
    return threshold.signum() > 0
        ? Outcome.accepted(threshold)
        : Outcome.refused(InstallationRules.NOT_POSITIVE.broken());
  }

  /** Table 2 has one threshold for each class. */
  private static void againstTwoThresholds(List<Row> rows, List<Fault> faults) {
    Map<String, Row> firsts = new HashMap<>();
    for (Row row : rows) {
      if (row.get(CLASS).isEmpty()) {
        continue;
      }
      String symbol = row.get(CLASS).get().key();
      Row first = firsts.computeIfAbsent(symbol, none -> row);
      if (first.get(THRESHOLD).compareTo(row.get(THRESHOLD)) != 0) {
        faults.add(
            row.fault(
                THRESHOLD,
                InstallationRules.CLASS_TWO_THRESHOLDS.broken(
                    "class",
                    symbol,
                    "line",
                    first.line(),
                    "first",
                    first.get(THRESHOLD).toPlainString(),
                    "here",
                    row.get(THRESHOLD).toPlainString())));
      }
    }
  }

  /** A substance has one β: that of its own name where table 3 has it, else of one other name. */
  private static void againstOtherBetaNames(List<Row> rows, List<Fault> faults) {
    Map<String, ListedValue> named = StandardTables.published().betaByName();
    Map<String, Row> firsts = new HashMap<>();
    for (Row row : rows) {
      String substance = row.get(SUBSTANCE);
      Row first = firsts.computeIfAbsent(substance, none -> row);
      if (named.containsKey(substance)) {
        if (!betaName(row).equals(substance)) {
          faults.add(
              row.fault(BETA_NAME, InstallationRules.BETA_NAME_OWN.broken("substance", substance)));
        }
      } else if (!betaName(row).equals(betaName(first))) {
        faults.add(
            row.fault(
                BETA_NAME,
                InstallationRules.BETA_NAME_OTHER.broken(
                    "substance",
                    substance,
                    "line",
                    first.line(),
                    "first",
                    betaName(first),
                    "here",
                    betaName(row))));
      }
    }
  }

  private static String betaName(Row row) {
    return row.get(BETA_NAME).map(ListedValue::key).orElse(NOT_NAMED);
  }

  private static Map<String, Optional<ListedValue>> betaNames() {
    Map<String, Optional<ListedValue>> names =
        new LinkedHashMap<>(
            Maps.transformValues(StandardTables.published().betaByName(), Optional::of));
    names.put(NOT_NAMED, Optional.empty());
    return names;
  }

  private static Optional<ListedValue> betaOf(List<Row> lines) {
    List<ListedValue> classes = lines.stream().flatMap(row -> row.get(CLASS).stream()).toList();
    return lines.get(0).get(BETA_NAME).or(() -> StandardTables.highest(classes));
  }

  private static ListedValue thresholdOf(List<Row> lines) {
    Row line =
        lines.stream()
            .filter(row -> row.get(CLASS).isEmpty())
            .findFirst()
            .or(() -> lines.stream().min(Comparator.comparing(row -> row.get(THRESHOLD))))
            .orElseThrow();
    String key = line.get(CLASS).map(ListedValue::key).orElse(line.get(SUBSTANCE));
    return new ListedValue(key, line.get(THRESHOLD), SOURCE.of(line));
  }

  /**
   * The edition of the site's substances.
   *
   * @return id and version
   */
  public TableVersion substances() {
    return substances;
  }

  /**
   * Identifies and grades one unit: a production unit between shut-off valves, a tank farm within
   * its dike or a warehouse building.
   *
   * @param holdings each substance once, with the most that the unit is designed to hold
   * @param residents how many people live within 500 m outside the boundary of the plant, not
   *     negative
   * @return S, R and the level with everything that they come from; or every reason at once:
   *     nothing held, a substance that is unknown or listed twice, a negative number
   * @source GB 18218-2018, 3.5, 3.6, 4.2 and 4.3
   */
  public Outcome<Identification> identify(List<Holding> holdings, int residents) {
    List<Reason> reasons = reasonsAgainst(holdings, residents);
    return reasons.isEmpty()
        ? Outcome.accepted(
            new Identification(
                StandardTables.published().version(),
                substances,
                holdings.stream().map(this::share).toList(),
                residents))
        : new Outcome.Refused<>(reasons);
  }

  private List<Reason> reasonsAgainst(List<Holding> holdings, int residents) {
    List<Reason> reasons = new ArrayList<>();
    if (holdings.isEmpty()) {
      reasons.add(InstallationRules.NOTHING_HELD.broken());
    }
    Set<String> met = new HashSet<>();
    for (Holding holding : holdings) {
      String substance = holding.substance();
      if (!met.add(substance)) {
        reasons.add(InstallationRules.SUBSTANCE_TWICE.broken("substance", substance));
      }
      if (!byName.containsKey(substance)) {
        reasons.add(
            InstallationRules.SUBSTANCE_UNKNOWN.broken(
                "table", substances, "substance", substance));
      }
      if (holding.quantity().signum() < 0) {
        reasons.add(
            InstallationRules.QUANTITY_NEGATIVE.broken(
                "substance", substance, "quantity", holding.quantity().toPlainString()));
      }
    }
    if (residents < 0) {
      reasons.add(InstallationRules.RESIDENTS_NEGATIVE.broken("residents", residents));
    }
    return reasons;
  }

  private SubstanceShare share(Holding holding) {
    Listed listed = Require.notNull(byName.get(holding.substance()), "substance");
    return new SubstanceShare(holding, listed.threshold(), listed.beta());
  }
}
