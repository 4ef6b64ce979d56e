using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
using CoBuilding.Reader.Protocol;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Documents.Reading;

/// <summary>The reader processes: their environment, restrictions and lifecycle.</summary>
public partial class ReaderPoolTests
{
    private static readonly byte[] Innocent = "第一条 总则"u8.ToArray();
    private static readonly Lazy<byte[]> Slow = new(HostileFiles.DrawsForMinutes);

    private static CancellationToken Ct => TestDistrict.Ct;

    private static ReaderSettings Settings(int children = 1) =>
        new()
        {
            Children = children,
            WaitSeconds = 600,
            Seconds = 60,
            ProcessorSeconds = 60,
        };

    private static Task<CheckedUpload> ReadAsync(
        ReaderPool reader,
        string name = "a.txt",
        byte[]? file = null,
        Scope? scope = null,
        CancellationToken? ct = null
    ) => CheckedUpload.ReadAsync(reader, scope ?? TestReader.Somebody, name, file ?? Innocent, ct ?? Ct);

    private static async Task<string> RefusalAsync(Task<CheckedUpload> reading) =>
        (await Assert.ThrowsAsync<RuleBroken>(() => reading)).Key;

    /// <summary>Begins to read a paper that takes minutes; returns once the child is at it.</summary>
    private static async Task<Task<CheckedUpload>> BeginSlowAsync(ReaderPool reader, Scope? scope = null)
    {
        await reader.WarmAsync(Ct);
        var before = reader.ProcessIds.Sum(Used);
        var reading = ReadAsync(reader, "a.pdf", Slow.Value, scope);
        while (reader.ProcessIds.Sum(Used) < before + 0.3 && !reading.IsCompleted)
            await Task.Delay(20, Ct);
        return reading;
    }

    private static double Used(int process)
    {
        using var known = Process.GetProcessById(process);
        return known.TotalProcessorTime.TotalSeconds;
    }

    private static string Of(int process, string file) => File.ReadAllText($"/proc/{process}/{file}");

    private static string LimitOf(int process, string name) =>
        Of(process, "limits").Split('\n').Single(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim().Split(' ')[0];

    [Fact]
    public async Task A_child_is_given_its_own_limits_and_nothing_of_the_portals()
    {
        await using var reader = TestReader.Pool(Settings());
        // A handle left open by the parent process, as shells do.
        using var secret = File.OpenHandle(typeof(ReaderPoolTests).Assembly.Location);
        var left = Duplicate((int)secret.DangerousGetHandle());
        Assert.NotEqual(-1, left);

        Assert.Empty(await reader.WarmAsync(Ct));

        var child = Assert.Single(reader.ProcessIds);
        var names = Of(child, "environ")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(v => v.Split('=')[0])
            .Order(StringComparer.Ordinal);
        Assert.Equal(["DOTNET_EnableDiagnostics", "DOTNET_GCHeapHardLimit", "DOTNET_GCRegionRange", "READER_ADDRESS_SPACE"], names);
        Assert.DoesNotContain(
            typeof(ReaderPoolTests).Assembly.Location,
            Directory.GetFiles($"/proc/{child}/fd").Select(h => File.ResolveLinkTarget(h, false)?.FullName)
        );
        Assert.Equal("/", File.ResolveLinkTarget($"/proc/{child}/cwd", false)!.FullName);
        _ = Close(left);
    }

    [Fact]
    public async Task A_child_has_its_limits_from_the_start_and_in_all_its_threads()
    {
        await using var reader = TestReader.Pool(Settings());
        await reader.WarmAsync(Ct);
        var child = Assert.Single(reader.ProcessIds);

        Assert.Equal("3758096384", LimitOf(child, "Max address space"));
        Assert.Equal("0", LimitOf(child, "Max core file size"));
        foreach (var thread in Directory.GetDirectories($"/proc/{child}/task").Select(t => "task/" + Path.GetFileName(t)))
        {
            Assert.Contains("Seccomp:\t2", Of(child, thread + "/status"), StringComparison.Ordinal);
            Assert.Equal("19", Of(child, thread + "/stat").Split(") ")[1].Split(' ')[16]);
        }
    }

    [Fact]
    public async Task The_processors_time_is_limited_anew_for_each_file()
    {
        await using var reader = TestReader.Pool(Settings());
        for (var n = 0; n < 2; n++)
        {
            await ReadAsync(reader);
            var child = Assert.Single(reader.ProcessIds);
            Assert.InRange(double.Parse(LimitOf(child, "Max cpu time"), CultureInfo.InvariantCulture), 60, Used(child) + 61);
        }
    }

    [Fact]
    public async Task A_thread_that_was_there_before_the_filter_can_start_no_program_no_process_and_no_socket()
    {
        using var check = ReaderProgram.Start(new(), "--check");
        var said = await check.StandardOutput.ReadToEndAsync(Ct);
        await check.WaitForExitAsync(Ct);
        Assert.Equal(4, said.Split('\n').Count(line => line.Contains(": refused", StringComparison.Ordinal)));
        Assert.DoesNotContain("POSSIBLE", said, StringComparison.Ordinal);
        Assert.DoesNotContain("not allowed by the system", said, StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
    }

    [Fact]
    public async Task What_the_system_does_not_allow_is_said_at_the_start()
    {
        // No number, so no limit that could be set.
        await using var reader = TestReader.Pool(new() { Children = 1, AddressSpaceMegabytes = -1 });
        Assert.Equal([Protection.AddressSpaceLimit], await reader.WarmAsync(Ct));
    }

    [Fact]
    public async Task A_child_is_replaced_after_many_files_and_after_any_fault()
    {
        await using var reader = TestReader.Pool(
            new()
            {
                Children = 1,
                FilesPerChild = 2,
                WaitSeconds = 600,
                Seconds = 60,
            }
        );
        List<int> children = [];
        for (var n = 0; n < 3; n++)
        {
            await reader.WarmAsync(Ct);
            children.AddRange(reader.ProcessIds);
            await ReadAsync(reader);
        }
        Assert.Equal(children[0], children[1]);
        Assert.NotEqual(children[1], children[2]);

        var slow = await BeginSlowAsync(reader);
        using (var child = Process.GetProcessById(Assert.Single(reader.ProcessIds)))
            child.Kill();
        Assert.Equal("Reader.GrewTooLarge", await RefusalAsync(slow));
        Assert.True((await ReadAsync(reader)).HasText);
    }

    [Fact]
    public async Task A_child_that_hangs_is_ended_by_the_clock_and_one_that_works_for_ever_by_the_system()
    {
        await using var byClock = TestReader.Pool(
            new()
            {
                Children = 1,
                Seconds = 1,
                ProcessorSeconds = 60,
            }
        );
        Assert.Equal("Reader.TookTooLong", await RefusalAsync(ReadAsync(byClock, "a.pdf", Slow.Value)));
        await using var bySystem = TestReader.Pool(
            new()
            {
                Children = 1,
                Seconds = 60,
                ProcessorSeconds = 1,
            }
        );
        Assert.Equal("Reader.TookTooLong", await RefusalAsync(ReadAsync(bySystem, "a.pdf", Slow.Value)));
    }

    [Fact]
    public async Task Whoever_asks_has_one_file_in_reading_and_others_are_served_meanwhile()
    {
        await using var reader = TestReader.Pool(Settings(children: 2));
        var asker = TestReader.Somebody;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await reader.WarmAsync(Ct);
        var slow = ReadAsync(reader, "a.pdf", Slow.Value, asker, stop.Token);
        var second = ReadAsync(reader, scope: asker);

        Assert.True((await ReadAsync(reader)).HasText);
        Assert.False(slow.IsCompleted);
        Assert.False(second.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        Assert.True((await second).HasText);
    }

    [Fact]
    public async Task Whoever_waits_too_long_is_told_to_try_again_in_a_moment()
    {
        await using var reader = TestReader.Pool(
            new()
            {
                Children = 1,
                WaitSeconds = 1,
                Seconds = 60,
                ProcessorSeconds = 60,
            }
        );
        var slow = await BeginSlowAsync(reader);
        Assert.Equal("Reader.Busy", await RefusalAsync(ReadAsync(reader)));
        using (var child = Process.GetProcessById(Assert.Single(reader.ProcessIds)))
            child.Kill();
        await RefusalAsync(slow);
        Assert.True((await ReadAsync(reader)).HasText);
    }

    [Fact]
    public async Task The_children_end_with_the_pool()
    {
        var reader = TestReader.Pool(Settings(children: 2));
        await reader.WarmAsync(Ct);
        var children = reader.ProcessIds.ToList();
        Assert.Equal(2, children.Count);
        await reader.DisposeAsync();
        foreach (var child in children)
            while (Directory.Exists($"/proc/{child}"))
                await Task.Delay(20, Ct);
    }

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
