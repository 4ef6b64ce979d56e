using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;

namespace CoBuilding.Web.Start;

/// <summary>In Development, one district to try things in.</summary>
internal static class DemoForNow
{
    private const string Password = "demo-Cobuilding-2026";

    public static async Task FoundAsync(IServiceProvider services, string owner)
    {
        var list = services.GetRequiredService<DistrictList>();
        if (await list.FindAsync("ganjingzi", CancellationToken.None) is not null) return;
        using var text = new StreamReader(typeof(PlaceFile).Assembly.GetManifestResourceStream("CoBuilding.Demo.dalian-places.csv")!);
        var file = PlaceFile.Read(text);
        foreach (var (slug, code) in new[] { ("zhongshan", "210202"), ("ganjingzi", "210211") })
        {
            var id = await PortalDatabase.EnterDistrictAsync(owner, new District
            {
                Id = Guid.CreateVersion7(), Slug = slug, Code = code, Name = file.NameOf(code), IsDemo = true,
                FoundedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            });
            var form = new FoundDistrict.Form { Places = file.PlacesOf(code), AdminPassword = Password, AuditorPassword = Password, MustChangePasswords = false };
            await services.GetRequiredService<FoundDistrict>().RunAsync(Scope.ForFounding(id), form, CancellationToken.None);
        }
        await list.AllAsync(CancellationToken.None);
        Console.WriteLine($"Accounts: admin, auditor; password {Password}");
    }
}
