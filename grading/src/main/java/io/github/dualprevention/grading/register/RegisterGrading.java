package io.github.dualprevention.grading.register;

import com.google.common.collect.ImmutableSet;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.grading.DirectRules;
import io.github.dualprevention.grading.FactorScale;
import io.github.dualprevention.grading.GradingMethods;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Grades registers of risk events, each line by the method that it names.
 *
 * <p>A register is a CSV file with the columns {@code
 * id,risk_point,risk_unit,risk_event,method,…,direct_rule} in any order. Between the last two stand
 * the factors, one column for each factor of the catalogue's methods; those that no line needs may
 * be left out, and so may {@code direct_rule}; under a name that is not known no line is sound
 * then, for it may be one of them misspelt. A line names a method, a direct rule or both; a rule
 * alone must lift to the highest level, for any other one only says "not below".
 *
 * <p>A register is read line by line and never stands whole in memory, so it may have any number of
 * lines. For the same reason nobody remembers the ids: that two lines have the same id is not
 * noticed here.
 */
public final class RegisterGrading {

  private final GradingMethods methods;
  private final Optional<DirectRules> directRules;
  private final LocalDate day;

  private RegisterGrading(
      GradingMethods methods, Optional<DirectRules> directRules, LocalDate day) {
    this.methods = methods;
    this.directRules = directRules;
    this.day = day;
  }

  /**
   * Grades by the methods that are in force on a day. A direct rule is taken as the register cites
   * it and makes a major risk.
   *
   * @param methods the catalogue
   * @param day the day of the grading
   * @return the grading
   * @throws IllegalArgumentException if a factor has the name of another column
   */
  public static RegisterGrading of(GradingMethods methods, LocalDate day) {
    RegisterGrading grading =
        new RegisterGrading(
            Require.notNull(methods, "methods"), Optional.empty(), Require.notNull(day, "day"));
    new RegisterForm(grading.factors());
    return grading;
  }

  /**
   * The same grading where a direct rule must be one of a list.
   *
   * @param rules the list
   * @return the grading
   */
  public RegisterGrading withDirectRules(DirectRules rules) {
    return new RegisterGrading(methods, Optional.of(rules), day);
  }

  /**
   * Grades a register line by line.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @param rows takes each line that is sound, with its grade, in order
   * @param faults takes each fault, in order; a register without any line has one
   * @return what became of the register
   * @throws UncheckedIOException if the bytes cannot be read
   */
  public RegisterSummary forEach(
      String file, InputStream in, Consumer<GradedRow> rows, Consumer<Fault> faults) {
    return new GradingPass(this, file, faults)
        .run(
            in,
            (row, judgement) ->
                rows.accept(
                    new GradedRow(
                        row.get(RegisterForm.ID),
                        row.line(),
                        row.header(),
                        row.cells(),
                        judgement.grade())));
  }

  /**
   * Grades a register from file to file. Both results are written under another name beside their
   * place and moved there when they are whole; if anything fails on the way, the files of an
   * earlier run stay as they were, unless the second of the two moves is what fails: the faults are
   * moved first. Neither may take the register's own place.
   *
   * @param register the register
   * @param graded where the graded lines go, each as it stands in the register and then {@code
   *     score,class_zh,class_en,level,colour,method_version,explanation_zh,explanation_en}; a cell
   *     is written as it was read, whatever a spreadsheet may take it for
   * @param faults where the faults go, one on a line: {@code file,line,column,value,code,zh,en};
   *     written without any line if there is none
   * @param mode whether a fault keeps the graded lines back
   * @return what became of the register
   * @throws IllegalArgumentException if two of the three files are the same
   * @throws IOException if a file cannot be read or written
   */
  public RegisterSummary grade(Path register, Path graded, Path faults, BatchMode mode)
      throws IOException {
    return RegisterBatch.run(this, register, graded, faults, mode);
  }

  /** The factors of all methods, each once. */
  Set<String> factors() {
    return methods.all().stream()
        .flatMap(method -> method.scales().stream())
        .map(FactorScale::factor)
        .collect(ImmutableSet.toImmutableSet());
  }

  Judge judge(String file) {
    return new Judge(file, methods, directRules, day);
  }
}
