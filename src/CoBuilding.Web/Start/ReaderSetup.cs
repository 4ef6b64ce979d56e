using CoBuilding.Documents.Reading;

namespace CoBuilding.Web.Start;

/// <summary>The processes that read foreign files: the operator's settings for them, and a warm start.</summary>
internal static class ReaderSetup
{
    /// <exception cref="CannotStart">A setting is not usable.</exception>
    public static void AddReaders(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(ReaderSettings.Section);
        if (!(section.Get<ReaderSettings>() ?? new()).AreSound())
            throw new CannotStart($"A setting of the section {ReaderSettings.Section} is too small; see the operator's guide.");
        builder.Services.Configure<ReaderSettings>(section);
        builder.Services.AddHostedService<ReaderWarmUp>();
    }

    /// <summary>Starts the readers, and logs the restrictions that the system does not allow.</summary>
    private sealed class ReaderWarmUp(ReaderPool readers, ILogger<ReaderPool> log) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            try
            {
                foreach (var missing in await readers.WarmAsync(stoppingToken))
                    log.LogWarning(
                        "The system does not allow a protection of the processes that read foreign files: {Protection}",
                        missing
                    );
            }
            catch (InvalidOperationException failure)
            {
                log.LogError(failure, "Foreign files cannot be read");
            }
        }
    }
}
