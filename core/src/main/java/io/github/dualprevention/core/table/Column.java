package io.github.dualprevention.core.table;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

  private final String name;
  private final boolean mayBeEmpty;
  private final Function<String, Outcome<T>> rule;

  private Column(String name, boolean mayBeEmpty, Function<String, Outcome<T>> rule) {
    this.name = Require.id(name, "name");
    this.mayBeEmpty = mayBeEmpty;
    this.rule = rule;
  }

  /**
   * A column of text of at most 500 characters.
   *
   * @param name the column's name in the header
   * @return the column
   */
  public static Column<String> text(String name) {
    return new Column<>(name, false, cell -> atMost(Require.LONGEST_TEXT, cell));
  }

  /**
   * A column of identifiers of at most 100 characters on one line.
   *
   * @param name the column's name in the header
   * @return the column
   */
  public static Column<String> id(String name) {
    return new Column<>(
        name,
        false,
        cell ->
            Require.isOneLine(cell)
                ? atMost(Require.LONGEST_ID, cell)
                : Outcome.refused(TableRules.CELL_CONTROL.broken()));
  }

  /**
   * A column of exact numbers in plain decimals of at most 30 digits.
   *
   * @param name the column's name in the header
   * @return the column
   */
  public static Column<BigDecimal> decimal(String name) {
    return new Column<>(
        name,
        false,
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
    return new Column<>(
        name,
        false,
        cell -> {
          try {
            return Outcome.accepted(LocalDate.parse(cell));
          } catch (DateTimeParseException notADate) {
            return Outcome.refused(TableRules.CELL_DATE.broken());
          }
        });
  }

  /**
   * A column of moments with their offset from UTC, as in {@code 2026-07-01T08:30:00+08:00}.
   *
   * @param name the column's name in the header
   * @return the column
   */
  public static Column<Instant> instant(String name) {
    return new Column<>(
        name,
        false,
        cell -> {
          try {
            return Outcome.accepted(OffsetDateTime.parse(cell).toInstant());
          } catch (DateTimeParseException notAMoment) {
            return Outcome.refused(TableRules.CELL_INSTANT.broken());
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
    return new Column<>(
        name,
        false,
        cell ->
            Optional.ofNullable(known.get(cell))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(TableRules.CELL_CODE.broken("known", names))));
  }

  /**
   * The same column read further, for what the caller alone knows.
   *
   * @param <U> what a cell means then
   * @param further turns the meaning of a sound cell into another one, or says why it cannot
   * @return the column
   */
  public <U> Column<U> then(Function<? super T, Outcome<U>> further) {
    return new Column<>(
        name,
        mayBeEmpty,
        cell -> {
          Outcome<T> read = rule.apply(cell);
          return read instanceof Outcome.Accepted<T> accepted
              ? further.apply(accepted.value())
              : new Outcome.Refused<>(read.reasons());
        });
  }

  /**
   * The same column where a cell may stay empty.
   *
   * @return the column whose empty cells mean an empty {@code Optional}
   */
  public Column<Optional<T>> optional() {
    Column<Optional<T>> filled = then(value -> Outcome.accepted(Optional.of(value)));
    return new Column<>(
        name,
        true,
        cell -> cell.isEmpty() ? Outcome.accepted(Optional.empty()) : filled.rule.apply(cell));
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
    String cell = Require.normalised(raw);
    return cell.isEmpty() && !mayBeEmpty
        ? Outcome.refused(TableRules.CELL_MISSING.broken())
        : rule.apply(cell);
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
