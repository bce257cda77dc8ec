package org.mlsysim.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;

/** The values of a run, given one by one; each call answers a new object. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PipelineInputs {
  private final Pipeline pipeline;
  private final Map<String, Object> values;

  PipelineInputs(Pipeline pipeline, Map<String, Object> values) {
    this.pipeline = pipeline;
    this.values = values;
  }

  /**
   * Gives a value to every stage that has a port of the name.
   *
   * @param port the port's name or an alias
   * @param value a Java value, a registry name, a number in the port's unit, a text with a unit, or
   *     a wire value
   */
  public PipelineInputs given(String port, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(port, Objects.requireNonNull(value, "value"));
    return new PipelineInputs(pipeline, Collections.unmodifiableMap(more));
  }

  /** The values, by the names under which they were given. */
  public Map<String, Object> values() {
    return values;
  }

  /** What would feed every port; see {@link Pipeline#plan(Map)}. */
  public PipelinePlan plan() {
    return pipeline.plan(values);
  }

  /** The plan as text. */
  public String explain() {
    return plan().explain();
  }

  /** Runs the pipeline; see {@link Pipeline#run(Map)}. */
  public PipelineResult run() {
    return pipeline.run(values);
  }

  /** Runs the pipeline over axes with these values fixed; see {@link Pipeline#sweep}. */
  public PipelineSweep sweep(Map<String, ? extends List<?>> axes) {
    return pipeline.sweep(axes, values);
  }
}
