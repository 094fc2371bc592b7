package io.github.dualprevention.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFormatTest {

  private static final Column<String> ID = Column.id("id");
  private static final Column<BigDecimal> VALUE = Column.decimal("value");
  private static final Column<Optional<LocalDate>> DAY = Column.date("day").optional();
  private static final TableFormat FORMAT = TableFormat.of(ID, VALUE, DAY).uniqueBy(ID);

  @Test
  void readsTypedCellsAndKeepsTheirRawText() {
    List<Row> rows = read("id,value,day\na, 1.50 ,2026-07-01\nb,2,\n").rowsOrThrow();

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get(ID)).isEqualTo("a");
    assertThat(rows.get(0).get(VALUE)).isEqualTo(new BigDecimal("1.5"));
    assertThat(rows.get(0).raw(VALUE)).isEqualTo(" 1.50 ");
    assertThat(rows.get(0).get(DAY)).contains(LocalDate.of(2026, 7, 1));
    assertThat(rows.get(1).get(DAY)).isEmpty();
    assertThat(rows.get(1).line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFid,value,day\r\na,1,\r\n",
        "\uFEFF\"id\",\"value\",day\na,1,",
        "day,value,id\n,1,a\n",
        "\n\nid,value,day\n\na,1,\n\n"
      })
  void doesNotMindByteOrderMarkLineEndColumnOrderOrEmptyLines(String csv) {
    assertThat(read(csv).rowsOrThrow()).extracting(row -> row.get(ID)).containsExactly("a");
  }

  @Test
  void collectsEveryFaultWithLineColumnValueAndRule() {
    Table table = read("id,value,day\n,x,2026-13-01\nb,1,\nb,2,\nc,3\n");

    assertThat(table.rows()).extracting(row -> row.get(ID)).containsExactly("b");
    assertThat(table.faults())
        .extracting(Fault::line, Fault::column, Fault::value, fault -> fault.reason().code())
        .containsExactly(
            tuple(2L, "id", "", "table.cell.missing"),
            tuple(2L, "value", "x", "table.cell.decimal"),
            tuple(2L, "day", "2026-13-01", "table.cell.date"),
            tuple(4L, "id", "b", "table.row.duplicate"),
            tuple(5L, "", "", "table.row.width"));
    assertThat(table.faults().get(1))
        .hasToString(
            "t.csv:2: value = \"x\": table.cell.decimal: 必须是普通十进制数，例如0.5或15"
                + " / must be a plain decimal such as 0.5 or 15");
  }

  @Test
  void findsADuplicateEvenInARowThatIsWrongElsewhere() {
    Table table = read("id,value,day\na,1,\na,x,\n");

    assertThat(table.faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.cell.decimal", "table.row.duplicate");
  }

  @Test
  void throwsEveryFaultAtOnce() {
    Table table = read("id,value,day\n,x,\n");

    assertThatThrownBy(table::rowsOrThrow)
        .isInstanceOfSatisfying(
            InvalidTableException.class,
            invalid -> assertThat(invalid.faults()).isEqualTo(table.faults()))
        .hasMessageContaining("t.csv:2: id")
        .hasMessageContaining("t.csv:2: value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,value|table.column.missing",
        "id,value,day,more|table.column.unknown",
        "id,value,day,day|table.column.duplicate",
        "ID,value,day|table.column.unknown table.column.missing",
        "''|table.header.missing"
      })
  void refusesAHeaderThatIsNotTheFormats(String header, String codes) {
    Table table = read(header);

    assertThat(table.faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly(codes.split(" "));
  }

  @Test
  void namesTheLineOfARowBehindCellsWithLineBreaks() {
    Column<String> text = Column.text("text");
    TableFormat format = TableFormat.of(text, VALUE);

    Table table = format.read("t.csv", bytes("text,value\n\"a\n\r\nb\",1\nc,x\n\"d\re\",y\nf,z\n"));

    assertThat(table.rows()).extracting(row -> row.get(text)).containsExactly("a\n\r\nb");
    assertThat(table.faults()).extracting(Fault::line).containsExactly(5L, 6L, 8L);
  }

  @ParameterizedTest
  @CsvSource({"\\rx\\n,4", "\\r\\n,3", "\\n\\r,4", "\\r\\r\\n,4", "x,2"})
  void countsLineBreaksAsEditorsDo(String breaks, long line) {
    String cell = breaks.replace("\\r", "\r").replace("\\n", "\n");
    TableFormat format = TableFormat.of(Column.text("text"), VALUE);

    Table table = format.read("t.csv", bytes("text,value\r\n\"a" + cell + "b\",1\r\n\r\nc,x\r\n"));

    assertThat(table.faults()).extracting(Fault::line).containsExactly(line + 2);
  }

  @Test
  void givesARowsCellsAsTheyStandInTheFile() {
    List<Row> rows = new ArrayList<>();
    FORMAT.forEach("t.csv", bytes("value,note,id\n 1.0,n,a\n"), rows::add, fault -> {});

    assertThat(rows.get(0).header()).containsExactly("value", "note", "id");
    assertThat(rows.get(0).cells()).containsExactly(" 1.0", "n", "a");
    assertThat(rows.get(0).raw(ID)).isEqualTo("a");
    assertThat(rows.get(0).raw(DAY)).isEmpty();
  }

  @Test
  void refusesAnIdOfSeveralLines() {
    assertThat(read("id,value,day\n\"a\nb\",1,\n\"a\tb\",1,\n").faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.cell.control", "table.cell.control");
  }

  @Test
  void takesALineOfQuotesForARow() {
    TableFormat format = TableFormat.of(ID);

    Table table = format.read("t.csv", bytes("id\n\"\"\n\na\n"));

    assertThat(table.rows()).extracting(row -> row.get(ID)).containsExactly("a");
    assertThat(table.faults())
        .extracting(Fault::line, fault -> fault.reason().code())
        .containsExactly(tuple(2L, "table.cell.missing"));
  }

  @Test
  void takesTheCellsOfAColumnThatMayLackForEmpty() {
    TableFormat format = FORMAT.mayLack(DAY);

    List<Row> rows = format.read("t.csv", bytes("value,id\n1,a\n")).rowsOrThrow();

    assertThat(rows.get(0).isSound(DAY)).isTrue();
    assertThat(rows.get(0).get(DAY)).isEmpty();
    assertThat(rows.get(0).raw(DAY)).isEmpty();
    assertThat(rows.get(0).header()).containsExactly("value", "id");
    assertThat(format.read("t.csv", bytes("value,id,day\n1,a,2026-07-01\n")).rowsOrThrow())
        .extracting(row -> row.get(DAY))
        .containsExactly(Optional.of(LocalDate.of(2026, 7, 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "value|table.column.missing",
        "value,id,more|table.column.unknown",
        "value,id,day,day|table.column.duplicate"
      })
  void mayLackNothingElse(String header, String codes) {
    Table table = FORMAT.mayLack(DAY).read("t.csv", bytes(header + "\n1,a,,\n"));

    assertThat(table.rows()).isEmpty();
    assertThat(table.faults().get(0).reason().code()).isEqualTo(codes);
  }

  @Test
  void mayLackOnlyItsOwnColumnsAndOnlyThoseThatMayBeEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FORMAT.mayLack(VALUE))
        .withMessage("dispensable must be columns that may be empty, but was: value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FORMAT.mayLack(Column.text("day").optional()))
        .withMessageStartingWith("dispensable must be columns of the format");
    assertThat(
            FORMAT.mayLack(DAY).uniqueBy(ID).read("t.csv", bytes("id,value\na,1\na,2\n")).faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.row.duplicate");
    assertThat(
            FORMAT
                .mayLack(DAY)
                .uniqueBy(ID, DAY)
                .read("t.csv", bytes("id,value\na,1\na,2\n"))
                .faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.row.duplicate");
  }

  /** The unknown name may be that of the column that was left out, misspelt. */
  @Test
  void noRowIsSoundWhereANameIsUnknownAndAColumnLeftOut() {
    Table table = FORMAT.mayLack(DAY).read("t.csv", bytes("id,value,Day\na,1,2026-07-01\n"));

    assertThat(table.rows()).isEmpty();
    assertThat(table.faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.column.unknown");
  }

  @Test
  void stillReadsTheRowsUnderAHeaderThatIsWrong() {
    assertThat(read("id,value,day,note\na,1,,x\nb,y,,x\n").faults())
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple(1L, "note", "table.column.unknown"), tuple(3L, "value", "table.cell.decimal"));
    Table lacking = read("id,day\na,x\n");
    assertThat(lacking.rows()).isEmpty();
    assertThat(lacking.faults())
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(
            tuple(1L, "value", "table.column.missing"), tuple(2L, "day", "table.cell.date"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,value,day\na,1,\n\"b,2,\nc,3,\n", "id,value,day\na,1,\n\"b\"x,2,\n"})
  void saysFromWhichLineOnBrokenQuotesMakeTheFileUnreadable(String csv) {
    Table table = read(csv);

    assertThat(table.rows()).extracting(row -> row.get(ID)).containsExactly("a");
    assertThat(table.faults())
        .extracting(Fault::line, fault -> fault.reason().code())
        .containsExactly(tuple(3L, "table.syntax"));
  }

  @Test
  void takesAnOversizedCellForAnUnclosedQuote() {
    Table table = read("id,value,day\na,1,\n\"" + "b".repeat(200_000) + "\",2,\n");

    assertThat(table.rows()).hasSize(1);
    assertThat(table.faults())
        .extracting(Fault::line, fault -> fault.reason().code())
        .containsExactly(tuple(3L, "table.syntax"));
  }

  @Test
  void readsNoFurtherThanALineThatNoTableNeeds() {
    String cells = ("\"" + "b".repeat(30_000) + "\",").repeat(36);
    Table table = read("id,value,day\na,1,\n" + cells + "\n");

    assertThat(table.rows()).hasSize(1);
    assertThat(table.faults())
        .extracting(Fault::line, fault -> fault.reason().code())
        .containsExactly(tuple(3L, "table.syntax"));
    assertThat(read("id,value,day\na,1,\n" + cells.substring(0, 1_000_000) + "\"\n").faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.row.width");
  }

  @Test
  void refusesCellsThatAreNotUtf8() {
    byte[] gbk = "id,value,day\n加油站,1,\n".getBytes(Charset.forName("GBK"));
    Table table = FORMAT.read("t.csv", new ByteArrayInputStream(gbk));

    assertThat(table.rows()).isEmpty();
    assertThat(table.faults())
        .extracting(Fault::line, Fault::column, fault -> fault.reason().code())
        .containsExactly(tuple(2L, "id", "table.cell.encoding"));
  }

  @Test
  void refusesControlCharactersAndOverlongIds() {
    Table table = read("id,value,day\na\u0000,1,\n" + "x".repeat(101) + ",1,\n");

    assertThat(table.faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.cell.control", "table.cell.length");
  }

  @Test
  void passesAReadErrorOnInsteadOfEndingTheFileEarly() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk gone");
          }
        };

    assertThatThrownBy(() -> FORMAT.read("t.csv", broken))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("disk gone");
  }

  @Test
  void readsCodesAndCallersOwnRules() {
    Rule even = Rule.of("sample.even", "必须为偶数", "must be even");
    Column<String> code = Column.code("code", Map.of("A", "first"));
    Column<Integer> length =
        Column.text("length")
            .then(
                cell ->
                    cell.length() % 2 == 0
                        ? Outcome.accepted(cell.length())
                        : Outcome.refused(even.broken()));
    TableFormat format = TableFormat.of(code, length);

    Table table = format.read("t.csv", bytes("code,length\nA,xx\nB,x\n"));

    assertThat(table.rows().get(0).get(code)).isEqualTo("first");
    assertThat(table.rows().get(0).get(length)).isEqualTo(2);
    assertThat(table.faults())
        .extracting(fault -> fault.reason().code())
        .containsExactly("table.cell.code", "sample.even");
    assertThat(table.faults().get(0).reason().message().en()).isEqualTo("must be one of A");
  }

  @Test
  void refusesAColumnThatTheFormatDoesNotHave() {
    Row row = read("id,value,day\na,1,\n").rowsOrThrow().get(0);

    assertThatIllegalArgumentException().isThrownBy(() -> row.get(Column.id("id")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableFormat.of(ID, Column.text("id")))
        .withMessageContaining("different names");
  }

  @Property(tries = 2000)
  void anyBytesGiveRowsAndFaultsAndNothingElse(@ForAll @Size(max = 200) byte[] noise) {
    byte[] header = "id,value,day\n".getBytes(StandardCharsets.UTF_8);
    byte[] file = new byte[header.length + noise.length];
    System.arraycopy(header, 0, file, 0, header.length);
    System.arraycopy(noise, 0, file, header.length, noise.length);

    Table table = FORMAT.read("t.csv", new ByteArrayInputStream(file));

    assertThat(table.faults()).allSatisfy(fault -> assertThat(fault.line()).isGreaterThan(1));
  }

  /**
   * No line is lost: each is a sound row or has a fault, and which one it is says a rule written
   * apart.
   */
  @Property
  void everyLineIsASoundRowOrHasAFault(@ForAll @Size(max = 12) List<@From("cells") String> cells) {
    StringBuilder csv = new StringBuilder("id,value,day\n");
    List<Long> sound = new ArrayList<>();
    List<Long> faulty = new ArrayList<>();
    for (int i = 0; i + 2 < cells.size(); i += 3) {
      List<String> row = cells.subList(i, i + 3);
      csv.append(String.join(",", row)).append('\n');
      boolean good =
          !row.get(0).isEmpty()
              && row.get(1).matches("[0-9]+(\\.[0-9]+)?")
              && row.get(2).matches("|2026-01-31");
      (good ? sound : faulty).add(2L + i / 3);
    }
    TableFormat keyless = TableFormat.of(ID, VALUE, DAY);

    Table table = keyless.read("t.csv", bytes(csv.toString()));

    assertThat(table.rows()).extracting(Row::line).isEqualTo(sound);
    assertThat(table.faults().stream().map(Fault::line).distinct())
        .containsExactlyElementsOf(faulty);
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.of("", "a", "1", "2.50", "-", "x1", "2026-01-31", "2026-02-30", "加油站");
  }

  private static Table read(String csv) {
    return FORMAT.read("t.csv", bytes(csv));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
