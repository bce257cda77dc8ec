package org.mlsysim.core.form;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.FLOP;
import static org.mlsysim.api.units.Units.FLOP_PER_SECOND;
import static org.mlsysim.api.units.Units.PARAMETER;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.util.Optional;
import java.util.OptionalInt;
import javax.measure.Quantity;
import javax.measure.Unit;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Link;
import org.mlsysim.api.hardware.MemorySystem;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.workload.AttentionWorkload;
import org.mlsysim.api.workload.DiffusionWorkload;
import org.mlsysim.api.workload.EmbodiedWorkload;
import org.mlsysim.api.workload.SparseTransformerWorkload;
import org.mlsysim.api.workload.StateSpaceWorkload;
import org.mlsysim.api.workload.Workload;
import org.mlsysim.physics.network.FleetForm;
import org.mlsysim.physics.node.DeviceForm;
import org.mlsysim.physics.node.WorkloadForm;

/**
 * Turns workloads, devices and fleets into the plain forms of the laws: quantities become numbers
 * in base units, what is not stated becomes NaN.
 */
public final class Forms {
  /** A workload; a family that the laws do not tell apart does a fixed amount of work a sample. */
  public static WorkloadForm workload(Workload workload) {
    WorkloadForm.Builder form = WorkloadForm.builder(family(workload));
    form.parameters(number(workload.parameterCount(), PARAMETER));
    form.modelSize(number(workload.modelSize(), BYTE));
    form.inferenceFlops(number(workload.workPerUnit(), FLOP));
    OptionalInt layers = workload.layerCount();
    form.layers(layers.isPresent() ? layers.getAsInt() : Double.NaN);
    if (workload instanceof AttentionWorkload attention) {
      attention(attention, form);
    } else if (workload instanceof StateSpaceWorkload stateSpace) {
      form.hiddenDim(stateSpace.hiddenDim());
      form.stateSize(stateSpace.stateSize());
      form.expansion(stateSpace.expansion());
      form.convWidth(stateSpace.convWidth());
    } else if (workload instanceof DiffusionWorkload diffusion) {
      form.denoisingSteps(diffusion.denoisingSteps());
    } else if (workload instanceof EmbodiedWorkload embodied) {
      form.hiddenDim(number(embodied.hiddenDim()));
    }
    return form.build();
  }

  private static WorkloadForm.Family family(Workload workload) {
    if (workload instanceof AttentionWorkload) {
      return WorkloadForm.Family.TRANSFORMER;
    }
    if (workload instanceof StateSpaceWorkload) {
      return WorkloadForm.Family.STATE_SPACE;
    }
    if (workload instanceof DiffusionWorkload) {
      return WorkloadForm.Family.DIFFUSION;
    }
    return workload instanceof EmbodiedWorkload
        ? WorkloadForm.Family.EMBODIED
        : WorkloadForm.Family.OTHER;
  }

  private static void attention(AttentionWorkload workload, WorkloadForm.Builder form) {
    form.hiddenDim(number(workload.hiddenDim()));
    form.heads(number(workload.heads()));
    form.kvHeads(number(workload.kvHeads()));
    form.headDim(number(workload.headDim()));
    form.kvLoraRank(number(workload.kvLoraRank()));
    form.qkRopeHeadDim(number(workload.qkRopeHeadDim()));
    form.intermediateSize(number(workload.intermediateSize()));
    if (workload instanceof SparseTransformerWorkload sparse) {
      form.activeParameters(in(PARAMETER, sparse.activeParameters()));
      form.experts(sparse.experts());
      form.expertsPerToken(sparse.activeExpertsPerToken());
    }
  }

  /** A device at a precision. */
  public static DeviceForm device(HardwareNode hardware, Precision precision) {
    MemorySystem memory = hardware.memory();
    return new DeviceForm(
        peak(hardware, precision),
        in(BYTE, memory.capacity()),
        in(BYTE_PER_SECOND, memory.bandwidth()),
        number(memory.sramCapacity(), BYTE),
        number(memory.sramBandwidth(), BYTE_PER_SECOND),
        number(memory.flashCapacity(), BYTE),
        number(memory.flashBandwidth(), BYTE_PER_SECOND),
        hardware.interconnect().map(Link::bytesPerSecondOneWay).orElse(Double.NaN),
        number(hardware.tdp(), WATT),
        in(SECOND, hardware.dispatchTax()));
  }

  /**
   * Peak rate at a precision [FLOP/s]: its own where it is stated, else the 16-bit rate, at which a
   * weight-only format computes.
   */
  public static double peak(HardwareNode hardware, Precision precision) {
    Optional<Quantity<ComputeRate>> own = hardware.compute().rate(precision);
    return in(FLOP_PER_SECOND, own.orElseGet(() -> sixteenBitRate(hardware)));
  }

  /** Whether the device states a rate of its own for the precision. */
  public static boolean statesRate(HardwareNode hardware, Precision precision) {
    return hardware.compute().rate(precision).isPresent();
  }

  private static Quantity<ComputeRate> sixteenBitRate(HardwareNode hardware) {
    var rates = hardware.compute().precisionFlops();
    for (String name : new String[] {"fp16", "fp16_dense", "bf16"}) {
      Quantity<ComputeRate> rate = rates.get(name);
      if (rate != null) {
        return rate;
      }
    }
    return hardware.compute().peakFlops();
  }

  /** A fleet: its nodes, its links, its fabric. */
  public static FleetForm fleet(Fleet fleet) {
    return new FleetForm(
        fleet.count(),
        fleet.node().acceleratorsPerNode(),
        number(fleet.node().nicsPerNode()),
        in(BYTE_PER_SECOND, fleet.node().intraNodeBw()),
        number(fleet.accelerator().nvlink().flatMap(Link::latency), SECOND),
        in(BYTE_PER_SECOND, fleet.fabric().bandwidth()),
        number(fleet.fabric().latency(), SECOND),
        fleet.fabric().oversubscriptionRatio());
  }

  /** A quantity as a number in the unit; NaN where there is none. */
  public static <Q extends Quantity<Q>> double number(
      Optional<? extends Quantity<Q>> quantity, Unit<Q> unit) {
    return quantity.isPresent() ? in(unit, quantity.get()) : Double.NaN;
  }

  /** A whole number; NaN where there is none. */
  public static double number(Optional<Integer> value) {
    return value.isPresent() ? value.get() : Double.NaN;
  }

  /** A number of a law as a quantity; empty where the law says that there is no value. */
  public static <Q extends Quantity<Q>> Optional<Quantity<Q>> quantity(double value, Unit<Q> unit) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(of(value, unit));
  }

  /** A number of a law; empty where the law says that there is no value. */
  public static Optional<Double> value(double value) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
  }

  private Forms() {}
}
