using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace CoBuilding.Benchmarks;

/// <summary>
/// Units that propose topics by their links, each with one file. What was taken is withdrawn: a seat proposes a few topics and no more.
/// </summary>
internal sealed partial class Uploads(Uri address, string slug)
{
    /// <summary>Above the longest that anybody should wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<Told> told = [];
    private long inFlight;

    /// <param name="Status">0: the server did not answer.</param>
    /// <param name="Sentence">The message at the file; null: accepted, or no message.</param>
    /// <param name="Seconds">The time until the result.</param>
    internal sealed record Told(HandmadeFile File, int Status, string? Sentence, double Seconds)
    {
        public bool IsTaken => Status == (int)HttpStatusCode.SeeOther;
        public bool IsRefusedInWords => Status == (int)HttpStatusCode.UnprocessableEntity && !string.IsNullOrWhiteSpace(Sentence);
    }

    public IReadOnlyCollection<Told> All => told;

    /// <summary>Bytes of files without a result yet.</summary>
    public long InFlight => Interlocked.Read(ref inFlight);

    /// <summary>One sends the files one after the other, by each of the links in turn.</summary>
    public async Task SendAsync(ConcurrentQueue<HandmadeFile> files, IReadOnlyList<string> links)
    {
        using var client = AnswerLoad.Client(address, 1);
        client.Timeout = Patience;
        for (var n = 0; files.TryDequeue(out var file); n++)
            await SendAsync(client, links[n % links.Count], file);
    }

    private async Task SendAsync(HttpClient client, string link, HandmadeFile file)
    {
        var (topic, begun) = (Guid.CreateVersion7().ToString(), Stopwatch.GetTimestamp());
        Interlocked.Add(ref inFlight, file.Bytes.Length);
        var (status, page) = await PostAsync(
            client,
            link,
            new()
            {
                ["topic"] = topic,
                ["title"] = "Parking",
                ["minutes"] = "20",
            },
            file
        );
        Interlocked.Add(ref inFlight, -file.Bytes.Length);
        var sentence = Wrong().Match(page) is { Success: true } wrong ? WebUtility.HtmlDecode(wrong.Groups[1].Value) : null;
        var answer = new Told(file, status, sentence, Stopwatch.GetElapsedTime(begun).TotalSeconds);
        told.Enqueue(answer);
        if (answer.IsTaken)
            await PostAsync(client, link, new() { ["topic"] = topic, ["withdraw"] = "true" }, null);
    }

    private async Task<(int Status, string Page)> PostAsync(
        HttpClient client,
        string link,
        Dictionary<string, string> fields,
        HandmadeFile? file
    )
    {
        using var form = new MultipartFormDataContent { { new StringContent(Guid.CreateVersion7().ToString()), "operation" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        if (file is not null)
            form.Add(new ByteArrayContent(file.Bytes), "files", file.Name);
        try
        {
            using var answer = await client.PostAsync($"{slug}/t/{link}", form);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return (0, "");
        }
    }

    [GeneratedRegex("<p class=\"wrong\">(.+?)</p>", RegexOptions.Singleline)]
    private static partial Regex Wrong();
}
