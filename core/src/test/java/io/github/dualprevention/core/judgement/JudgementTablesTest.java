package io.github.dualprevention.core.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.TableFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class JudgementTablesTest {

  private static final String SECTORS = "COAL,煤矿,coal mines\nPORT,港口,ports\n";
  private static final String REST = "示例,1,ENTERPRISE";

  /** A line of criteria.csv: id, sectors, from, until. */
  private static String line(String id, String sectors, String from, String until) {
    String[] parts = id.split(" ");
    return String.join(",", parts[0], parts[1], parts[2], sectors, "示例,example", from, until, REST);
  }

  private static JudgementStandards read(String sectors, String... criteria) {
    String criteriaFile =
        "standard,article,item,sectors,zh,en,from,until,document,clause,evidence\n"
            + String.join("\n", criteria);
    return JudgementTables.read(
        TableFiles.of(
            name -> {
              String text = name.equals("sectors.csv") ? "code,zh,en\n" + sectors : criteriaFile;
              return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }));
  }

  private static List<Fault> faults(String sectors, String... criteria) {
    return catchThrowableOfType(InvalidTableException.class, () -> read(sectors, criteria))
        .faults();
  }

  private static Tuple place(Fault fault) {
    return tuple(fault.file(), fault.line(), fault.column(), fault.reason().code());
  }

  @Test
  void linesAreReadAsTheyStand() {
    JudgementStandards standards =
        read(
            SECTORS,
            line("S 1 2", "PORT  COAL", "", "2026-01-01"),
            line("T 1 1", "COAL", "2026-01-01", ""),
            line("S 1 2", "COAL", "2026-01-01", "2026-01-02"));

    assertThat(standards.all())
        .extracting(Criterion::id, Criterion::sectors, criterion -> criterion.period().toString())
        .containsExactly(
            tuple("S/1/2", Set.of("PORT", "COAL"), "[.., 2026-01-01)"),
            tuple("S/1/2", Set.of("COAL"), "[2026-01-01, 2026-01-02)"),
            tuple("T/1/1", Set.of("COAL"), "[2026-01-01, ..)"));
    assertThat(standards.all().get(0).sectors()).containsExactly("PORT", "COAL");
    assertThat(standards.all().get(0).wording()).isEqualTo(new Wording("示例", "example"));
    assertThat(standards.all().get(0).source()).hasToString("示例, 1 (ENTERPRISE)");
    assertThat(standards.sectors())
        .containsExactly(
            new Sector("COAL", new Wording("煤矿", "coal mines")),
            new Sector("PORT", new Wording("港口", "ports")));
    assertThat(standards.find("S/1/2", LocalDate.of(2026, 1, 2))).isEmpty();
  }

  @Test
  void faultsOfBothFilesComeTogetherWithTheirPlaces() {
    List<Fault> faults =
        faults(
            SECTORS,
            line("S 1 1", "COAL SEA", "2026-01-01", ""),
            line("S/1 1 1", "COAL", "", ""),
            line("S 1/2 1", "COAL", "", ""),
            line("S 1 1/", "COAL", "", ""),
            line("S 1 2", "PORT COAL PORT", "", ""),
            line("S 1 1", "COAL", "2025-01-01", "2026-01-02"),
            line("S 1 1", "COAL", "2026-01-01", ""),
            line("S 1 3", "COAL", "2026-01-01", "2026-01-01"));

    assertThat(faults)
        .extracting(JudgementTablesTest::place)
        .containsExactly(
            tuple("criteria.csv", 3L, "standard", "judgement.criterion.slash"),
            tuple("criteria.csv", 4L, "article", "judgement.criterion.slash"),
            tuple("criteria.csv", 5L, "item", "judgement.criterion.slash"),
            tuple("criteria.csv", 6L, "sectors", "judgement.sector.twice"),
            tuple("criteria.csv", 8L, "standard", "table.row.duplicate"),
            tuple("criteria.csv", 2L, "sectors", "judgement.sector.unknown"),
            tuple("criteria.csv", 9L, "until", "judgement.criterion.period"),
            tuple("criteria.csv", 7L, "from", "judgement.criterion.overlap"));
    assertThat(faults.get(3).reason().value("sector")).isEqualTo("PORT");
    assertThat(faults.get(5).reason().values())
        .isEqualTo(Map.of("sector", "SEA", "known", "COAL, PORT"));
    assertThat(faults.get(6).reason().value("from")).isEqualTo("2026-01-01");
    assertThat(faults.get(7).reason().values())
        .isEqualTo(
            Map.of(
                "criterion",
                "S/1/1",
                "period",
                "[2025-01-01, 2026-01-02)",
                "other",
                "[2026-01-01, ..)"));
  }

  @Test
  void sectorsOfAFaultyFileAreNotCalledUnknown() {
    List<Fault> faults =
        faults(
            "COAL,煤矿,\nPORT,港口,ports\nRAIL WAY,铁路,railways\nPORT,码头,quays\n",
            line("S 1 1", "COAL SEA", "", ""),
            line("S 1 1", "COAL", "2026-01-01", ""));

    assertThat(faults)
        .extracting(JudgementTablesTest::place)
        .containsExactly(
            tuple("sectors.csv", 2L, "en", "table.cell.missing"),
            tuple("sectors.csv", 4L, "code", "judgement.sector.space"),
            tuple("sectors.csv", 5L, "code", "table.row.duplicate"),
            tuple("criteria.csv", 3L, "from", "judgement.criterion.overlap"));
  }

  @Test
  void anIdHasAtMostAHundredCharacters() {
    String longest = "S".repeat(96);

    assertThat(read(SECTORS, line(longest + " 1 1", "COAL", "", "")).all()).hasSize(1);

    List<Fault> faults = faults(SECTORS, line(longest + " 1 10", "COAL", "", ""));

    assertThat(faults)
        .extracting(JudgementTablesTest::place)
        .containsExactly(tuple("criteria.csv", 2L, "standard", "judgement.criterion.length"));
    assertThat(faults.get(0).reason().values())
        .isEqualTo(Map.of("criterion", longest + "/1/10", "most", "100"));
  }

  @Test
  void aSectorThatIsNoCodeAtAllIsUnknown() {
    assertThat(faults(SECTORS, line("S 1 1", "\"COAL\nPORT\"", "", "")))
        .extracting(JudgementTablesTest::place)
        .containsExactly(tuple("criteria.csv", 2L, "sectors", "judgement.sector.unknown"));
  }

  @Test
  void everyPairOfLinesThatOverlapIsTold() {
    assertThat(
            faults(
                SECTORS,
                line("S 1 1", "COAL", "2026-01-01", ""),
                line("S 1 1", "PORT", "2026-02-01", ""),
                line("S 1 1", "PORT", "2026-03-01", "")))
        .extracting(Fault::line)
        .containsExactly(3L, 4L, 4L);
  }

  @Test
  void aCriterionStandsInSomeSector() {
    assertThat(faults(SECTORS, line("S 1 1", "", "", "")))
        .extracting(JudgementTablesTest::place)
        .containsExactly(tuple("criteria.csv", 2L, "sectors", "table.cell.missing"));
  }
}
