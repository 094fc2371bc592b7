package io.github.dualprevention.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDocumentTest {

  @Test
  void normalisesWhatItIsAbout() {
    ReportDocument document =
        new ReportDocument("hazard", " 1 ", " hazard/e\u0301 ", 1, first -> "");

    assertThat(document.schema()).isEqualTo("1");
    assertThat(document.subject()).isEqualTo("hazard/\u00e9");
  }

  @ParameterizedTest
  @CsvSource({"1, ' ', 1, subject", "' ', a, 1, schema", "1, a, 0, last must be at least 1"})
  void refusesPartsThatNoReportCouldHave(String schema, String subject, int last, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReportDocument("hazard", schema, subject, last, first -> "{}"))
        .withMessageContaining(reason);
  }
}
