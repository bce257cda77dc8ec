/**
 * Pipelines: resolvers that feed each other.
 *
 * <p>Start at {@link org.mlsysim.pipeline.Pipeline}. The graph follows from the ports that the
 * stages declare, never from the order in which they are listed. Every input port is fed by the
 * first of these that there is:
 *
 * <table>
 *   <caption>What feeds an input port</caption>
 *   <tr><th>rule</th><th>source</th></tr>
 *   <tr><td>0</td><td>a constant of the stage, {@link
 *       org.mlsysim.pipeline.PipelineBuilder#constant}</td></tr>
 *   <tr><td>1</td><td>a wire, {@link org.mlsysim.pipeline.PipelineBuilder#wire}: names may differ,
 *       types and dimensions may not</td></tr>
 *   <tr><td>2</td><td>a value given to the run under the port's name or an alias</td></tr>
 *   <tr><td>3</td><td>the one stage that produces a port of that name and a compatible type, or
 *       whose whole result has the port's type. A required port binds to any stage; an optional one
 *       to an earlier-listed stage, and only if it is declared {@code linked}</td></tr>
 *   <tr><td>4</td><td>what a given domain object supplies, declared by {@link
 *       org.mlsysim.api.port.Supplies}</td></tr>
 *   <tr><td>5</td><td>the port's default</td></tr>
 *   <tr><td>6</td><td>nothing: the port is missing, and everything missing is reported at
 *       once</td></tr>
 * </table>
 *
 * <p>{@link org.mlsysim.pipeline.PipelinePlan} shows the outcome as text, Mermaid, DOT or wire;
 * {@link org.mlsysim.pipeline.PipelineResult} holds what a run computed; {@link
 * org.mlsysim.pipeline.PipelineSweep} runs a pipeline over axes and recomputes only what changed.
 */
@NullMarked
package org.mlsysim.pipeline;

import org.jspecify.annotations.NullMarked;
