package org.mlsysim.core.serving;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.DeviceTerms;
import org.mlsysim.physics.serving.DecodeStep;
import org.mlsysim.physics.serving.Prefill;
import org.mlsysim.physics.serving.Serving;
import org.mlsysim.physics.serving.SpeculativeDecoding;

/** The passes of serving as terms of an explanation, on one device at one precision. */
record ServingTerms(HardwareNode hardware, Precision precision, double efficiency) {
  private static final String POPE = "Pope et al. (2022)";

  /** Time to first token and time between tokens. */
  static List<Explanation> explain(ServingModel.Inputs inputs, Serving.Result plain) {
    ServingTerms prefilling =
        new ServingTerms(inputs.hardware(), inputs.precision(), inputs.efficiency());
    ServingTerms decoding =
        new ServingTerms(
            inputs.decodeHardware().orElse(inputs.hardware()),
            inputs.precision(),
            inputs.efficiency());
    Term prefill = prefilling.prefill(plain.prefill());
    return List.of(
        new Explanation(
            "ttft",
            plain.ttft(),
            "s",
            List.of(
                prefill, Term.given("transfer of the cache", "t_x", plain.cacheTransfer(), "s"))),
        new Explanation(
            "itl",
            plain.itl(),
            "s",
            inputs.draftModel().isEmpty()
                ? List.of(decoding.decode("decode step", "t_d", plain.decode()))
                : List.of(
                    decoding.decode("verification of five positions", "t_v", plain.decode()),
                    Term.given("one step of the draft", "t_draft", plain.draftStep(), "s"),
                    Term.computed(
                            "tokens of a round",
                            "E",
                            "1 + a + a^2 + a^3 + a^4",
                            SpeculativeDecoding.tokensPerRound(inputs.draftAcceptanceRate()),
                            "",
                            Term.given("acceptance rate", "a", inputs.draftAcceptanceRate(), ""))
                        .from("Leviathan et al. (2023)"))));
  }

  /** A decode step: the slower of traffic and arithmetic, and the tax of the layers. */
  Term decode(String name, String symbol, DecodeStep.Result step) {
    return Term.computed(
            name,
            symbol,
            "max(t_m, t_c) + tax",
            step.time(),
            "s",
            memory(step.memoryTime(), step.bytes()),
            compute(step.computeTime(), step.ops()),
            Term.given("framework cost of the layers", "tax", step.layerTax(), "s"))
        .from(POPE);
  }

  /** A prefill: one pass, or the sum of its chunks. */
  Term prefill(Prefill.Result prefill) {
    Term compute = compute(prefill.computeTime(), prefill.ops());
    Term memory = memory(prefill.memoryTime(), prefill.bytes());
    Term overhead = Term.given("dispatch and layers", "overhead", prefill.overhead(), "s");
    if (prefill.chunks() == 1) {
      return Term.computed(
              "prefill",
              "t_p",
              "max(t_c, t_m) + overhead",
              prefill.time(),
              "s",
              compute,
              memory,
              overhead)
          .from(POPE);
    }
    return Term.computed(
            "prefill in chunks",
            "t_p",
            "sum over chunks of max(t_c, t_m) + overhead",
            prefill.time(),
            "s",
            Term.given("chunks", "n", prefill.chunks(), ""),
            compute,
            memory,
            overhead)
        .from("Agrawal et al. (2024)");
  }

  private Term compute(double time, double ops) {
    DeviceTerms device = new DeviceTerms(hardware, precision, efficiency);
    return Term.computed(
        "time of the arithmetic",
        "t_c",
        "ops / (peak · efficiency)",
        time,
        "s",
        Term.given("work", "ops", ops, "FLOP"),
        device.peak(),
        device.share());
  }

  private Term memory(double time, double bytes) {
    return Term.computed(
        "time of the traffic",
        "t_m",
        "bytes / bandwidth",
        time,
        "s",
        Term.given("weights touched and cache", "bytes", bytes, "B"),
        Term.given(
                "memory bandwidth",
                "bandwidth",
                Units.in(Units.BYTE_PER_SECOND, hardware.memory().bandwidth()),
                "B/s")
            .read(hardware.id() + ".memory.bandwidth"));
  }
}
