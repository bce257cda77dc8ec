package org.mlsysim.api.catalog;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.infrastructure.Cooling;
import org.mlsysim.api.infrastructure.Datacenter;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.infrastructure.RackPowerTier;
import org.mlsysim.api.scenario.Dataset;
import org.mlsysim.api.scenario.Persona;
import org.mlsysim.api.scenario.Platform;
import org.mlsysim.api.scenario.Scenario;
import org.mlsysim.api.system.CheckpointPath;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.system.NetworkFabric;
import org.mlsysim.api.system.Node;
import org.mlsysim.api.system.NodeStorage;
import org.mlsysim.api.system.Orchestration;
import org.mlsysim.api.system.Pod;
import org.mlsysim.api.system.Rack;
import org.mlsysim.api.system.RecoveryProfile;
import org.mlsysim.api.system.ReliabilityComponent;
import org.mlsysim.api.system.StorageDevice;
import org.mlsysim.api.wall.Wall;
import org.mlsysim.api.workload.CnnWorkload;
import org.mlsysim.api.workload.DiffusionWorkload;
import org.mlsysim.api.workload.EmbodiedWorkload;
import org.mlsysim.api.workload.GenericWorkload;
import org.mlsysim.api.workload.SparseTransformerWorkload;
import org.mlsysim.api.workload.StateSpaceWorkload;
import org.mlsysim.api.workload.TransformerWorkload;

/** The kinds of record that need no source to be known. */
final class BuiltInKinds {
  static final List<RecordKind<?>> ALL =
      List.of(
          kind(TransformerWorkload.class, "transformer", "TransformerWorkload"),
          kind(SparseTransformerWorkload.class, "sparse-transformer", "SparseTransformerWorkload"),
          kind(CnnWorkload.class, "cnn", "CNNWorkload"),
          kind(StateSpaceWorkload.class, "state-space", "SSMWorkload"),
          kind(DiffusionWorkload.class, "diffusion", "DiffusionWorkload"),
          kind(EmbodiedWorkload.class, "embodied", "EmbodiedWorkload"),
          kind(GenericWorkload.class, "workload"),
          kind(HardwareNode.class, "accelerator", "HardwareNode"),
          kind(Node.class, "node"),
          kind(NetworkFabric.class, "fabric", "NetworkFabric"),
          kind(Fleet.class, "fleet"),
          kind(Rack.class, "rack", "RackProfile"),
          kind(Pod.class, "pod", "PodEnvelope"),
          kind(StorageDevice.class, "storage", "StorageSubsystem"),
          kind(NodeStorage.class, "node-storage", "NodeStorageConfig"),
          kind(CheckpointPath.class, "checkpoint-path", "CheckpointStoragePath"),
          kind(ReliabilityComponent.class, "reliability-component", "ReliabilityComponent"),
          kind(RecoveryProfile.class, "recovery-profile", "RecoveryProfile"),
          kind(Orchestration.class, "orchestration"),
          kind(GridProfile.class, "grid", "GridProfile"),
          kind(Datacenter.class, "datacenter"),
          kind(Cooling.class, "cooling"),
          kind(RackPowerTier.class, "rack-power-tier"),
          kind(Scenario.class, "scenario"),
          kind(Persona.class, "persona"),
          kind(Dataset.class, "dataset"),
          kind(Wall.class, "wall"),
          kind(Platform.class, "platform", "DeploymentTier"),
          kind(Price.class, "price"),
          kind(Constant.class, "constant"),
          kind(Constant.class, "training-state"),
          kind(Doubt.class, "doubt"),
          RecordKind.open("op-energy", "energy"),
          RecordKind.open("compute-energy", "energy_per_flop"),
          RecordKind.open("movement-energy", "energy_per_byte"),
          RecordKind.open("interconnect-tier", "latency"),
          RecordKind.open("storage-tier", "bandwidth", "latency"),
          RecordKind.open("lithography", "width", "height"),
          RecordKind.open(
              "memory-tier",
              "energy_per_access",
              "energy_per_byte",
              "bandwidth",
              "bandwidth_low",
              "bandwidth_high",
              "latency",
              "latency_cycles",
              "capacity_low",
              "capacity_high",
              "channel_width",
              "interface_width",
              "pin_data_rate",
              "t_ck",
              "t_rcd",
              "t_rcd_min",
              "t_rp",
              "t_rp_min",
              "t_rpab_min"),
          RecordKind.open(
              "power-law", "meaning", "axis", "scale", "x_c", "alpha", "p", "x_min", "x_max"),
          RecordKind.open(
              "joint-law", "meaning", "alpha_n", "alpha_d", "alpha_s", "n_c", "d_c", "s_c"),
          RecordKind.open("precision", "storage", "exponent_bits", "fraction_bits", "variants"),
          RecordKind.open(
              "anchor",
              "resolver",
              "metric",
              "unit",
              "workload",
              "hardware",
              "arguments",
              "inputs",
              "target",
              "rel_tolerance",
              "lower",
              "upper"),
          RecordKind.open("compat", "names", "changed_values"),
          RecordKind.open(
              "lab-hardware",
              "release_year",
              "context",
              "registry",
              "peak_flops",
              "bandwidth",
              "capacity",
              "tdp",
              "dispatch_tax"),
          RecordKind.open(
              "lab-workload", "registry", "ops", "data_volume", "batch_size", "utilization"),
          RecordKind.open(
              "lab-expectation",
              "compute_ratio",
              "bandwidth_ratio",
              "power_ratio",
              "memory_ratio",
              "cloud",
              "tiny"),
          RecordKind.open(
              "lab-ledger",
              "chapter",
              "design_keys",
              "answers",
              "device_unit_cost",
              "cloud_budget"));

  private static <T extends Record & Registered> RecordKind<T> kind(
      Class<T> type, String name, String... aliases) {
    return RecordKind.of(MethodHandles.lookup(), type, name, aliases);
  }

  private BuiltInKinds() {}
}
