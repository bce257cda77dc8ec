package com.example.mlsysim;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.CatalogSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.hardware.ComputeCoreBuilder;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.HardwareNodeBuilder;
import org.mlsysim.api.hardware.MemorySystemBuilder;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.wire.Wire;
import org.mlsysim.api.workload.TransformerWorkloadBuilder;
import org.mlsysim.api.workload.Workload;

/** The devices and the model of the tests, with the figures of their data sheets. */
final class Devices {
  /** 989 dense TFLOP/s at 700 W: NVIDIA H100 SXM5 data sheet. */
  static final HardwareNode H100 = device("NVIDIA H100").tdp("700 W").build(Registry.EMPTY);

  static final HardwareNode WITHOUT_TDP = device("Undocumented").build(Registry.EMPTY);

  /** 8.03 billion parameters in 32 layers: Llama 3 8B model card. */
  static final Workload LLAMA3_8B =
      new TransformerWorkloadBuilder()
          .name("Llama 3 8B")
          .parameters("8.03 Gparam")
          .layers(32)
          .build(Registry.EMPTY);

  private static HardwareNodeBuilder device(String name) {
    return new HardwareNodeBuilder()
        .name(name)
        .compute(new ComputeCoreBuilder().peakFlops("989 TFLOP/s").build(Registry.EMPTY))
        .memory(
            new MemorySystemBuilder()
                .capacity("80 GiB")
                .bandwidth("3.35 TB/s")
                .build(Registry.EMPTY));
  }

  /** Catalogs of devices given as {@code peak, price}; an empty price is none. */
  static Catalogs catalogs(Map<String, String> peakAndPrice) {
    List<CatalogEntry> entries =
        new TreeMap<>(peakAndPrice)
            .entrySet().stream().map(each -> entry(each.getKey(), each.getValue())).toList();
    return Catalogs.of(
        List.of(
            new CatalogSource() {
              @Override
              public String name() {
                return "the test's shop";
              }

              @Override
              public List<CatalogEntry> entries() {
                return entries;
              }
            }));
  }

  private static CatalogEntry entry(String id, String peakAndPrice) {
    String[] parts = peakAndPrice.split(",", 2);
    Wire.FieldsBuilder fields =
        Wire.fields()
            .put("name", "Device " + id)
            .put("compute", Wire.fields().put("peak_flops", parts[0].strip()).build())
            .put(
                "memory",
                Wire.fields().put("capacity", "80 GiB").put("bandwidth", "2 TB/s").build());
    if (!parts[1].isBlank()) {
      fields.put("unit_cost", parts[1].strip());
    }
    return new CatalogEntry(id, "accelerator", "Shop." + id, List.of(), fields::build);
  }

  private Devices() {}
}
