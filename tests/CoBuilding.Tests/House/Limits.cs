namespace CoBuilding.Tests.House;

/// <summary>Whoever waits says for what, and not forever.</summary>
internal static class Limits
{
    public static Task<T> WithinAsync<T>(this Task<T> waiting, TimeSpan limit, string what) => waiting.WithinAsync(limit, () => what);

    public static Task WithinAsync(this Task waiting, TimeSpan limit, string what) => waiting.WithinAsync(limit, () => what);

    /// <param name="what">Asked when it is over.</param>
    public static async Task<T> WithinAsync<T>(this Task<T> waiting, TimeSpan limit, Func<string> what)
    {
        await ((Task)waiting).WithinAsync(limit, what);
        return await waiting;
    }

    public static async Task WithinAsync(this Task waiting, TimeSpan limit, Func<string> what)
    {
        try
        {
            await waiting.WaitAsync(limit);
        }
        catch (TimeoutException) when (!waiting.IsCompleted)
        {
            throw new TimeoutException($"Waited {limit.TotalSeconds:0} seconds in vain for {what()}.");
        }
    }
}
