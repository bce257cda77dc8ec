package org.mlsysim.models;

import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.scenario.Dataset;

/** The registered datasets, as constants: the registry id in upper case. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Datasets {
  public static final Dataset ALOHA_BIMANUAL = of(Dataset.class, "Datasets.ALOHA_Bimanual");
  public static final Dataset BRIDGEDATAV2 = of(Dataset.class, "Datasets.BridgeDataV2");
  public static final Dataset CIFAR10 = of(Dataset.class, "Datasets.CIFAR10");
  public static final Dataset CRITEOKAGGLE = of(Dataset.class, "Datasets.CriteoKaggle");
  public static final Dataset DROID = of(Dataset.class, "Datasets.DROID");
  public static final Dataset IMAGENET = of(Dataset.class, "Datasets.ImageNet");
  public static final Dataset MNIST = of(Dataset.class, "Datasets.MNIST");
  public static final Dataset MSWC = of(Dataset.class, "Datasets.MSWC");
  public static final Dataset OPENXEMBODIMENT = of(Dataset.class, "Datasets.OpenXEmbodiment");
  public static final Dataset SPEECHCOMMANDSV2 = of(Dataset.class, "Datasets.SpeechCommandsV2");

  private static <T extends Registered> T of(Class<T> type, String path) {
    return Catalogs.installed().of(type).get(path);
  }

  private Datasets() {}
}
