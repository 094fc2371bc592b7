package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A named column of a table and the rule by which its cells are read.
 *
 * <p>A cell is first normalised to NFC without surrounding white space; an empty one is a fault
 * unless the column is {@link #optional()}.
 *
 * @param <T> what a cell means
 */
public final class Column<T> {

  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_ID = 100;

  private final String name;
  private final Function<String, Outcome<T>> rule;

  private Column(String name, Function<String, Outcome<T>> rule) {
    this.name = Require.id(name, "name");
    this.rule = Require.notNull(rule, "rule");
  }

  /**
   * A column whose cells are read by a rule of the caller's.
   *
   * @param <T> what a cell means
   * @param name the column's name in the header
   * @param rule reads a normalised cell that is not empty, or says why it cannot
   * @return the column
   */
  public static <T> Column<T> of(String name, Function<String, Outcome<T>> rule) {
    return new Column<>(
        name,
        cell ->
            cell.isEmpty() ? Outcome.refused(TableRules.CELL_MISSING.broken()) : rule.apply(cell));
  }

  /**
   * A column of text of at most 1,000 characters.
   *
   * @param name the column's name in the header
   * @return the column
   */
  public static Column<String> text(String name) {
    return of(name, cell -> atMost(LONGEST_TEXT, cell));
  }

  /**
   * A column of identifiers of at most 100 characters.
   *
   * @param name the column's name in the header
   * @return the column
   */
  public static Column<String> id(String name) {
    return of(name, cell -> atMost(LONGEST_ID, cell));
  }

  /**
   * A column of exact numbers in plain decimals.
   *
   * @param name the column's name in the header
   * @return the column
   */
  public static Column<BigDecimal> decimal(String name) {
    return of(
        name,
        cell ->
            Require.parseDecimal(cell)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(TableRules.CELL_DECIMAL.broken())));
  }

  /**
   * A column of days as in {@code 2026-07-01}.
   *
   * @param name the column's name in the header
   * @return the column
   */
  public static Column<LocalDate> date(String name) {
    return of(
        name,
        cell -> {
          try {
            return Outcome.accepted(LocalDate.parse(cell));
          } catch (DateTimeParseException notADate) {
            return Outcome.refused(TableRules.CELL_DATE.broken());
          }
        });
  }

  /**
   * A column of codes; any other code is a fault.
   *
   * @param <T> what a code means
   * @param name the column's name in the header
   * @param codes every known code and its meaning
   * @return the column
   */
  public static <T> Column<T> code(String name, Map<String, T> codes) {
    Map<String, T> known = Map.copyOf(codes);
    String names = String.join(", ", codes.keySet());
    return of(
        name,
        cell ->
            Optional.ofNullable(known.get(cell))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(TableRules.CELL_CODE.broken("known", names))));
  }

  /**
   * The same column where a cell may stay empty.
   *
   * @return the column whose empty cells mean an empty {@code Optional}
   */
  public Column<Optional<T>> optional() {
    return new Column<>(
        name,
        cell -> {
          if (cell.isEmpty()) {
            return Outcome.accepted(Optional.empty());
          }
          Outcome<T> present = rule.apply(cell);
          return present instanceof Outcome.Accepted<T> accepted
              ? Outcome.accepted(Optional.of(accepted.value()))
              : new Outcome.Refused<>(present.reasons());
        });
  }

  /**
   * The column's name in the header.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /** Reads a cell as it stands in the file. */
  Outcome<T> read(String raw) {
    if (raw.indexOf('\uFFFD') >= 0) {
      return Outcome.refused(TableRules.CELL_ENCODING.broken());
    }
    if (Require.hasControls(raw)) {
      return Outcome.refused(TableRules.CELL_CONTROL.broken());
    }
    return rule.apply(Require.normalised(raw));
  }

  private static Outcome<String> atMost(int most, String cell) {
    return cell.length() <= most
        ? Outcome.accepted(cell)
        : Outcome.refused(TableRules.CELL_LENGTH.broken("most", most));
  }

  @Override
  public String toString() {
    return name;
  }
}
