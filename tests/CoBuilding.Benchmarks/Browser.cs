using System.Net;
using System.Text.RegularExpressions;

namespace CoBuilding.Benchmarks;

internal static class Browser
{
    /// <summary>Signs in at the portal; the client keeps the session and follows no redirect.</summary>
    public static async Task<HttpClient> SignInAsync(Server portal, string slug, string login, string password)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        var page = await client.GetStringAsync($"{slug}/sign-in");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("login", login), new("password", password)]);
        using var answer = await client.PostAsync($"{slug}/sign-in", form);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{login} could not sign in: {answer.StatusCode}");
    }
}
