package io.github.dualprevention.adapters.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.testkit.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HazardDocumentTest {

  @Test
  void tellsWhatTheHazardIsAndEveryStep() throws IOException {
    Hazard hazard = Samples.hazard("H-1", Samples.HAZARD_STEPS);

    JsonNode document = new ObjectMapper().readTree(HazardDocument.write(hazard));

    assertThat(document.path("id").asText()).isEqualTo("H-1");
    assertThat(document.path("state").asText()).isEqualTo("RECTIFYING");
    assertThat(document.path("grade").asText()).isEqualTo("MAJOR");
    assertThat(document.path("major").booleanValue()).isTrue();
    assertThat(document.path("deadline").asText()).isEqualTo("2026-07-31");
    assertThat(document.path("table").asText()).isEqualTo("HAZARD:CN@1");
    assertThat(document.path("version").intValue()).isEqualTo(Samples.HAZARD_STEPS);
    List<String> steps = new ArrayList<>();
    document
        .path("steps")
        .forEach(
            step ->
                steps.add(
                    step.path("number").asText()
                        + " "
                        + step.path("action").asText()
                        + " "
                        + step.path("from").asText()
                        + " "
                        + step.path("to").asText()
                        + " "
                        + step.path("grade").asText()));
    assertThat(steps)
        .containsExactly(
            "1 REGISTER DISCOVERED REGISTERED ",
            "2 ASSESS REGISTERED ASSESSED MAJOR",
            "3 PLAN ASSESSED ASSESSED MAJOR",
            "4 REPORT ASSESSED ASSESSED MAJOR",
            "5 INFORM ASSESSED ASSESSED MAJOR",
            "6 START ASSESSED RECTIFYING MAJOR");
    assertThat(document.path("steps").path(0).path("facts").path("what").asText())
        .isEqualTo(Samples.AWKWARD_TEXT);
  }

  @Test
  void isCanonicalTheSameEachTimeAndNamesNobody() throws IOException {
    Hazard hazard = Samples.hazard("H-1", Samples.HAZARD_STEPS);
    String document = HazardDocument.write(hazard);

    assertThat(HazardDocument.write(hazard)).isEqualTo(document);
    assertThat(CanonicalJson.write(new ObjectMapper().readTree(document))).isEqualTo(document);
    assertThat(document).doesNotContain("person", "SHA-256");
  }

  @Test
  void leavesOutWhatIsNotKnownYet() {
    assertThat(HazardDocument.write(Samples.hazard("H-1", 1)))
        .doesNotContain("\"grade\"", "\"major\"", "\"deadline\"")
        .contains("\"state\":\"REGISTERED\"", "\"version\":1");
  }
}
