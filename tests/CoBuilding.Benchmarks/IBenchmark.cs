namespace CoBuilding.Benchmarks;

/// <summary>One measurement: the subject against its control, interleaved in one run.</summary>
public interface IBenchmark
{
    string Name { get; }

    /// <summary>What is compared with what, in one sentence.</summary>
    string Compares { get; }

    /// <param name="smoke">As little as shows that it works.</param>
    /// <param name="say">Called with progress messages.</param>
    Task<Result> RunAsync(bool smoke, Action<string> say);
}
