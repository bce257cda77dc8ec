package org.mlsysim.core.form;

import java.util.ArrayList;
import java.util.List;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.units.Units;

/** Collects what a reader should know before trusting the numbers. */
public final class Caveats {
  /** Above this share of the peak, published kernels are rare. */
  private static final double HIGH_EFFICIENCY = 0.6;

  private final List<String> texts = new ArrayList<>();

  /** Starts without any. */
  public static Caveats none() {
    return new Caveats();
  }

  /** Starts with those of arithmetic at a precision and an efficiency. */
  public static Caveats of(HardwareNode hardware, Precision precision, double efficiency) {
    return none()
        .addWhen(
            efficiency > HIGH_EFFICIENCY,
            "An efficiency of %s is above 0.6, which published kernels rarely sustain."
                .formatted(Units.number(efficiency)))
        .rateOf(hardware, precision);
  }

  /** Adds that a device states no rate of its own for a precision. */
  public Caveats rateOf(HardwareNode hardware, Precision precision) {
    double width = precision.bytesPerElement();
    return addWhen(
        width != 2 && !Forms.statesRate(hardware, precision),
        "%s states no %s rate; the 16-bit rate is used%s."
            .formatted(
                hardware.id(),
                precision.wireName(),
                width > 2 ? ", which is optimistic" : ", as for weights that are expanded first"));
  }

  /** Adds that a device states no power, so that no energy follows from it. */
  public Caveats powerOf(HardwareNode hardware) {
    return addWhen(
        hardware.tdp().isEmpty(), "%s states no TDP; its energy is 0.".formatted(hardware.id()));
  }

  /** Adds a caveat. */
  public Caveats add(String text) {
    texts.add(text);
    return this;
  }

  /** Adds a caveat where it applies. */
  public Caveats addWhen(boolean applies, String text) {
    return applies ? add(text) : this;
  }

  /** Those collected. */
  public List<String> list() {
    return List.copyOf(texts);
  }

  private Caveats() {}
}
