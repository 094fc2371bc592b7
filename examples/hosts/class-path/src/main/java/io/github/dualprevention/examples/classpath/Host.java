package io.github.dualprevention.examples.classpath;

import static io.github.dualprevention.core.hazard.HazardAction.ACCEPT;
import static io.github.dualprevention.core.hazard.HazardAction.ASSESS;
import static io.github.dualprevention.core.hazard.HazardAction.CLOSE_OUT;
import static io.github.dualprevention.core.hazard.HazardAction.FIX_ON_SPOT;
import static io.github.dualprevention.core.hazard.HazardAction.REGISTER;
import static io.github.dualprevention.core.hazard.HazardAction.START;
import static io.github.dualprevention.core.hazard.HazardAction.SUBMIT;
import static io.github.dualprevention.core.hazard.HazardFact.DEADLINE;
import static io.github.dualprevention.core.hazard.HazardFact.FINDING;
import static io.github.dualprevention.core.hazard.HazardFact.GRADE;
import static io.github.dualprevention.core.hazard.HazardFact.GROUNDS;
import static io.github.dualprevention.core.hazard.HazardFact.MEASURES;
import static io.github.dualprevention.core.hazard.HazardFact.ORIGIN;
import static io.github.dualprevention.core.hazard.HazardFact.PROOF;
import static io.github.dualprevention.core.hazard.HazardFact.RESULT;
import static io.github.dualprevention.core.hazard.HazardFact.WHAT;
import static io.github.dualprevention.core.hazard.HazardFact.WHERE;

import io.github.dualprevention.adapters.render.EvidenceFile;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardRegister;
import io.github.dualprevention.core.journal.Ledger;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/** Takes two hazards to their close-out, tries a shortcut and writes an evidence file. */
public final class Host {
  private Host() {}

  /** Writes the evidence file of the first hazard to the path that is the only argument. */
  public static void main(String[] args) throws IOException {
    CreditCode sample = new CreditCode("91000000000000000K"); // of a region that does not exist
    SecureRandom random = new SecureRandom();
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    Ledger ledger =
        Ledger.inMemory(sample, InstantSource.system(), zone, () -> random.generateSeed(16));
    HazardRegister hazards = HazardRegister.over(ledger);
    Actor operator = Actor.of(ledger, "sample operator", "OPERATOR", Duty.values());
    Actor safety = Actor.of(ledger, "sample safety officer", "SAFETY", Duty.values());
    Map<HazardFact, String> leak = Map.of(WHAT, "Hose 2 leaks", WHERE, "pump 2", ORIGIN, "DAILY");
    hazards.act("H-1", REGISTER, operator, leak).orThrow();
    hazards.act("H-1", ASSESS, safety, Map.of(GRADE, "GENERAL", GROUNDS, "a seal")).orThrow();
    hazards.act("H-1", FIX_ON_SPOT, operator, Map.of(RESULT, "new seal", PROOF, "1.jpg")).orThrow();
    System.out.println(hazards.act("H-1", ACCEPT, operator, Map.of(FINDING, "tight")).reasons());
    hazards.act("H-1", ACCEPT, safety, Map.of(FINDING, "no leak under pressure")).orThrow();
    System.out.println(hazards.act("H-1", CLOSE_OUT, safety, Map.of()).orThrow());
    hazards.act("H-2", REGISTER, operator, leak).orThrow();
    hazards.act("H-2", ASSESS, safety, Map.of(GRADE, "GENERAL", GROUNDS, "a hose")).orThrow();
    String soon = ledger.today().plusDays(7).toString();
    hazards.act("H-2", START, operator, Map.of(MEASURES, "new hose", DEADLINE, soon)).orThrow();
    hazards.act("H-2", SUBMIT, operator, Map.of(RESULT, "new hose", PROOF, "2.jpg")).orThrow();
    hazards.act("H-2", ACCEPT, safety, Map.of(FINDING, "no leak under pressure")).orThrow();
    System.out.println(hazards.act("H-2", CLOSE_OUT, safety, Map.of()).orThrow());
    Files.write(Path.of(args[0]), EvidenceFile.published().write(ledger, "H-1"));
  }
}
