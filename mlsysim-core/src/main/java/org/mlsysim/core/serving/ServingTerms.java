package org.mlsysim.core.serving;

import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.serving.DecodeStep;
import org.mlsysim.physics.serving.Prefill;

/** The passes of serving as terms of an explanation, on one device at one precision. */
record ServingTerms(HardwareNode hardware, Precision precision, double efficiency) {
  private static final String POPE = "Pope et al. (2022)";

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
    return Term.computed(
        "time of the arithmetic",
        "t_c",
        "ops / (peak · efficiency)",
        time,
        "s",
        Term.given("work", "ops", ops, "FLOP"),
        Term.given(
                "peak rate at " + precision.wireName(),
                "peak",
                Forms.peak(hardware, precision),
                "FLOP/s")
            .read(hardware.id() + ".compute"),
        Term.given("efficiency", "efficiency", efficiency, ""));
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
