using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.Forms;

/// <summary>
/// The answer to a form whose sender is no longer signed in: it shows what was typed for copying, and leads back to the
/// page of the form through the sign-in.
/// </summary>
internal static class SignedOutFormResponse
{
    /// <summary>The limit for requests without a session: ten times the longest form.</summary>
    private const long MostBytes = 256 * 1024;

    public static async Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> login, Func<Task> usually)
    {
        var context = login.HttpContext;
        var declared = context.GetEndpoint()?.Metadata.GetMetadata<FormPostDeclaration>();
        if (!HttpMethods.IsPost(context.Request.Method) || declared?.Back is not { } back)
        {
            await usually();
            return;
        }
        // The form's own address may not accept GET.
        var signIn = $"{context.Request.PathBase}/sign-in?back={Uri.EscapeDataString(back.Address(context))}";
        if (await TypedAsync(context, back) is { Count: > 0 } typed)
            await PageOf(signIn, typed).ExecuteAsync(context);
        else
            context.Response.Redirect(signIn);
    }

    private static RazorComponentResult<SignedOutFormPage> PageOf(string signIn, IReadOnlyList<TypedField> typed) =>
        new(new { SignIn = signIn, Typed = typed }) { StatusCode = StatusCodes.Status401Unauthorized, PreventStreamingRendering = true };

    private static async Task<IReadOnlyList<TypedField>> TypedAsync(HttpContext context, FormOrigin back)
    {
        // Another site must not be able to show its own text here.
        if (back.Typed.Count == 0 || context.Request.Headers["Sec-Fetch-Site"] == "cross-site")
            return [];
        if (context.Features.Get<PostedForm>() is null)
        {
            if (context.Request.ContentLength is null or > MostBytes)
                return [];
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = MostBytes;
        }
        var sent = await PostedForm.ReadAsync(context);
        var typed = back.Typed.Select(name => new TypedField(PostedForm.FieldOf(name), sent.Text(name) ?? ""));
        return [.. typed.Where(field => !string.IsNullOrWhiteSpace(field.Text))];
    }
}
