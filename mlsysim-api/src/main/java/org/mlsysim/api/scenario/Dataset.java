package org.mlsysim.api.scenario;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Count;
import org.mlsysim.api.units.DataSize;

/** A dataset: how many examples, and how large each is. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Dataset(
    @Port(doc = "display name") String name,
    @Port(doc = "examples to train on", unit = "count", range = "[0, inf)")
        Optional<Quantity<Count>> trainingExamples,
    @Port(doc = "examples to tune on", unit = "count", range = "[0, inf)")
        Optional<Quantity<Count>> validationExamples,
    @Port(doc = "examples to test on", unit = "count", range = "[0, inf)")
        Optional<Quantity<Count>> testExamples,
    @Port(doc = "examples of the whole collection", unit = "count", range = "[0, inf)")
        Optional<Quantity<Count>> fullExamples,
    @Port(doc = "recorded episodes", unit = "count", range = "[0, inf)")
        Optional<Quantity<Count>> episodes,
    @Port(doc = "length of all recordings", unit = "s", range = "(0, inf)")
        Optional<Quantity<Time>> totalDuration,
    @Port(doc = "labels", range = "[1, inf)") Optional<Integer> numClasses,
    @Port(doc = "width in pixels", range = "[1, inf)") Optional<Integer> imageWidth,
    @Port(doc = "height in pixels", range = "[1, inf)") Optional<Integer> imageHeight,
    @Port(doc = "channels of a pixel", range = "[1, inf)") Optional<Integer> imageChannels,
    @Port(doc = "numeric features", range = "[0, inf)") Optional<Integer> denseFeatures,
    @Port(doc = "categorical features", range = "[0, inf)") Optional<Integer> categoricalFeatures,
    @Port(doc = "size of the training archive", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> trainingArchiveSize,
    @Port(doc = "languages", range = "[1, inf)") Optional<Integer> languages,
    @Port(doc = "keywords", range = "[1, inf)") Optional<Integer> keywords,
    @Port(doc = "length of one sample", unit = "s", range = "(0, inf)")
        Optional<Quantity<Time>> sampleDuration,
    @Port(doc = "samples of the signal a second", unit = "1/s", range = "(0, inf)")
        Optional<Quantity<Frequency>> sampleRate,
    @Port(doc = "size of one sample of the signal", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> sampleWidth,
    @Port(doc = "robots", range = "[1, inf)") Optional<Integer> embodiments,
    @Port(doc = "tasks", range = "[1, inf)") Optional<Integer> tasks,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {
  /** Names the fields one by one; what is left out takes its default. */
  public static DatasetBuilder builder() {
    return new DatasetBuilder();
  }
}
