using System.Diagnostics;
using System.Globalization;
using System.Net;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.Districts;
using Npgsql;

namespace CoBuilding.Benchmarks;

/// <summary>
/// Timing of sign-ins: four parallel wrong attempts for an existing name (subject) and for an unknown one (control), in turn.
/// </summary>
internal sealed class SignInNames : IBenchmark
{
    private const int AtOnce = 4;
    private const string Slug = "names";

    public string Name => "sign-in-names";
    public string Compares =>
        "milliseconds until four wrong tries at once are refused: by a login that exists (subject) against one that does not (control)";

    public async Task<Result> RunAsync(bool smoke, Action<string> say)
    {
        await using var stage = await BenchmarkDistrict.SetAsync(say, hashesFast: false);
        var pairs = smoke ? 3 : 200;
        await CreateAsync(stage, pairs);
        await using var portal = await Server.PortalAsync(stage, say, ("SignIn__PerMinute", "1000000"));
        var browsers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Visitor.OpenAsync(portal)));
        await TryAsync(browsers, "warm-up"); // the code is compiled, connections are open

        List<(double Subject, double Control)> measured = [];
        for (var n = 0; n < pairs; n++)
        {
            var (known, unknown) = (Login(n), "un" + Login(n));
            if (n % 2 == 0)
                measured.Add((await TryAsync(browsers, known), await TryAsync(browsers, unknown)));
            else
            {
                var control = await TryAsync(browsers, unknown);
                measured.Add((await TryAsync(browsers, known), control));
            }
            if (n % 50 == 49)
                say($"{n + 1} pairs");
        }
        var (subject, against) = (Result.Median(measured.Select(m => m.Subject)), Result.Median(measured.Select(m => m.Control)));
        return new Result(
            Name,
            Math.Round(subject / against, 4),
            Math.Round(subject, 1),
            Math.Round(against, 1),
            Math.Round(measured.Max(m => m.Control) / measured.Min(m => m.Control), 3),
            await EachIsCountedAsync(stage, pairs)
        );
    }

    private static string Login(int n) => string.Create(CultureInfo.InvariantCulture, $"known-{n:000}");

    private static async Task<double> TryAsync(Visitor[] browsers, string login)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(browsers.Select(b => b.TryAsync(login)));
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task CreateAsync(BenchmarkDistrict stage, int accounts)
    {
        var places = PlaceFile
            .Read(new StringReader("code,name,level,parent_code\n990101,D,district,9901\n990101001,第一街道,street,990101\n"))
            .PlacesOf("990101");
        var id = await PortalDatabase.EnterDistrictAsync(
            stage.OwnerConnection,
            new District
            {
                Id = Guid.CreateVersion7(),
                Slug = Slug,
                Code = "990101",
                Name = "D",
                CreatedAt = DateTimeOffset.UnixEpoch,
            }
        );
        await stage
            .Use<CreateDistrict>()
            .RunAsync(
                Scope.ForDistrictCreation(id),
                new()
                {
                    Places = places,
                    AdminPassword = BenchmarkDistrict.Password,
                    AuditorPassword = BenchmarkDistrict.Password,
                    MustChangePasswords = false,
                },
                default
            );
        var admin = await stage.SignInAsync(id, "admin", BenchmarkDistrict.Password);
        for (var n = 0; n < accounts; n++)
            await stage
                .Use<OpenAccount>()
                .RunAsync(
                    admin,
                    new()
                    {
                        Login = Login(n),
                        DisplayName = "工作人员",
                        Role = Role.StreetClerk,
                        PlaceId = places[1].Id,
                    },
                    default
                );
    }

    /// <summary>All parallel attempts are counted, and none succeeds.</summary>
    private static async Task<bool> EachIsCountedAsync(BenchmarkDistrict stage, int accounts)
    {
        await using var owner = NpgsqlDataSource.Create(stage.OwnerConnection);
        await using var counted = owner.CreateCommand(
            $"SELECT count(*) FROM accounts WHERE login LIKE 'known-%' AND failed_sign_ins = {AtOnce} AND locked_until IS NULL"
        );
        return await counted.ExecuteScalarAsync() is long all && all == accounts;
    }

    /// <summary>A client of the sign-in page that can send the form repeatedly.</summary>
    private sealed class Visitor(HttpClient client, string token)
    {
        public static async Task<Visitor> OpenAsync(Server portal)
        {
            var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
            {
                BaseAddress = portal.Address,
                Timeout = AnswerLoad.Patience,
            };
            return new Visitor(client, Browser.TokenIn(await client.GetStringAsync($"{Slug}/sign-in")));
        }

        public async Task TryAsync(string login)
        {
            using var form = new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                new("login", login),
                new("password", "wrong-Password-1"),
            ]);
            using var answer = await client.PostAsync($"{Slug}/sign-in", form);
            if (answer.StatusCode != HttpStatusCode.UnprocessableEntity)
                throw new InvalidOperationException($"A wrong password was answered by {answer.StatusCode}.");
        }
    }
}
