using CoBuilding;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Downloads;
using CoBuilding.Web.Forms;
using CoBuilding.Web.Links;
using CoBuilding.Web.Pages.Meetings.Replies;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using CoBuilding.Web.Start;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.ChooseAddress();
    builder.ChooseHosts();
    builder.ConfigureLog();
    await using var database = await PortalConnections.PrepareAsync(builder.Configuration, builder.Environment);
    builder.Services.AddPortal(database.Portal, builder.UseKeyFolder(database));
    builder.AddReaders();
    builder.AddOutbound();
    builder.Services.AddSignIn();
    builder.Services.AddShell();
    builder.Services.AddSingleton<FailedLinkLimiter>();
    builder.Services.AddSingleton<ReplyBoardWatcher>();
    builder.Services.AddSingleton<DailyJobs>().AddHostedService(services => services.GetRequiredService<DailyJobs>());
    builder.Services.AddHostedService<OutboxRunner>();
    builder.Services.AddSingleton<DemoStart>().AddHostedService(services => services.GetRequiredService<DemoStart>());
    builder.Services.AddHealth();

    await using var app = builder.Build();
    var phonePath = await app.PrepareAsync(database);

    app.UseResponseCompression();
    app.UseSecurityHeaders();
    app.UseLanguage();
    app.UseErrorPages();
    app.UseRequestLog();
    app.UseHosts();
    app.UseDistricts();
    app.UseRouting();
    app.UseOnlyKnownPages();
    app.UseCircuitOrigin();
    app.UseLinkGuard();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseFormTokens();

    app.MapHealth();
    app.MapDistricts();
    app.MapSignIn();
    app.MapPhone();
    app.MapDownloads();
    app.MapShell();

    app.StopOnHangup();
    app.SayReady(phonePath);
    await app.RunAsync();
    return 0;
}
catch (CannotStart reason)
{
    await Console.Error.WriteLineAsync(reason.Message);
    return 1;
}
